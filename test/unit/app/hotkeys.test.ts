import { afterEach, expect, it } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'

let stage: AppStage
afterEach(() => stage.close())

it('keys that the system refuses are not remembered, and those that it takes are', async () => {
  const wanted: string[] = []
  stage = await appStage({
    checkHotkeys: ({ pause }) => {
      wanted.push(pause)
      return pause === 'Alt+T' ? [{ message: 'Alt+T is taken.', fix: 'Choose others.' }] : []
    },
  })
  const keys = (pause: string) => ({ hotkeys: { pause, nextProject: '', previousProject: '' } })
  const before = stage.app.settings.current().hotkeys
  expect(await stage.request('changeSettings', keys('Alt+T'))).toEqual({
    ok: false,
    problem: { message: 'Alt+T is taken.', fix: 'Choose others.' },
  })
  expect(stage.app.settings.current().hotkeys).toEqual(before)
  expect(await stage.request('changeSettings', keys('Alt+U'))).toMatchObject({ ok: true })
  expect(stage.app.settings.current().hotkeys.pause).toBe('Alt+U')
  expect(wanted).toEqual(['Alt+T', 'Alt+U'])
})
