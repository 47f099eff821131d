import { afterEach, beforeEach, expect, it } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'
import { inWords } from '../../support/in-words.ts'
import { until } from '../../support/until.ts'

let stage: AppStage
beforeEach(async () => {
  stage = await appStage()
  await stage.hands(700, { shape: 'relaxed' })
})
afterEach(() => stage.close())

const hint = (): unknown => inWords(stage.app.stateStore.current().hint)
const acts = (): readonly string[] => stage.log.filter((what) => !what.startsWith('move'))

it('makes gestures wait while somebody types, and says so', async () => {
  const before = stage.log.length
  stage.keyDown()
  await stage.hands(900, { shape: 'relaxed', at: [0.4, 0.4] })
  expect([hint(), stage.log.length]).toEqual(['You are typing.', before])
})

it('goes on after a pause', async () => {
  stage.keyDown()
  stage.wait(1300)
  await until('the pause to be noticed', () => hint() !== 'You are typing.')
  await stage.hands(700, { shape: 'relaxed', at: [0.4, 0.4] })
  await stage.hands(400, { shape: 'pinch-index', at: [0.4, 0.4] })
  await stage.hands(300, { shape: 'relaxed', at: [0.4, 0.4] })
  expect(acts()).toEqual(['click left 1'])
})

it('lets go of a drag at the first key', async () => {
  await stage.hands(1300, { shape: 'pinch-index' })
  stage.keyDown()
  await until('the button to be let go', () => acts().includes('release left'))
})

it('hears nothing while it is paused', () => {
  stage.app.session.setMode('paused')
  stage.keyDown()
  expect(hint()).toBe('Paused. The camera is off.')
})
