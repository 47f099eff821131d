import { afterEach, beforeEach, expect, it } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'

let stage: AppStage
beforeEach(async () => {
  stage = await appStage()
  await stage.hands(700, { shape: 'relaxed' })
})
afterEach(() => stage.close())

const project = (): string => stage.app.stateStore.current().project.id
const keys = (): readonly string[] => stage.log.filter((what) => /key|alt/.test(what))

async function swipeLeft(): Promise<void> {
  await stage.hands(400, { shape: 'open-palm', at: [0.75, 0.5] })
  for (let step = 1; step <= 8; step += 1) {
    await stage.hands(33, { shape: 'open-palm', at: [0.75 - step * 0.06, 0.5] })
  }
  await stage.hands(200, { shape: 'open-palm', at: [0.27, 0.5] })
}

it('waves a project away that came by itself, and the swipe means nothing else', async () => {
  stage.app.switcher.programInFront({ program: 'firefox', title: '' })
  expect(project()).toBe('browser')
  await stage.hands(700, { shape: 'relaxed' })
  await swipeLeft()
  expect([project(), keys()]).toEqual(['desktop', []])
})

it('leaves a swipe to the project once its coming is no news any more', async () => {
  stage.app.switcher.programInFront({ program: 'firefox', title: '' })
  await stage.hands(7000, { shape: 'relaxed' })
  await swipeLeft()
  expect(project()).toBe('browser')
  expect(keys()).not.toEqual([])
})
