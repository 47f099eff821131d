import { afterEach, expect, it } from 'vitest'
import { verbatim } from '../../../src/core/sentence/sentence.ts'
import { appStage, type AppStage } from '../../support/app-stage.ts'

let stage: AppStage
afterEach(() => stage.close())

const TAKEN = { message: verbatim('Alt+T is taken.'), fix: verbatim('Choose others.') }

it('keys that the system refuses are not remembered, and those that it takes are', async () => {
  const wanted: string[] = []
  stage = await appStage({
    checkHotkeys: ({ pause }) => {
      wanted.push(pause)
      return pause === 'Alt+T' ? [TAKEN] : []
    },
  })
  const keys = (pause: string) => ({ hotkeys: { pause, nextProject: '', previousProject: '' } })
  const before = stage.app.settings.current().hotkeys
  expect(await stage.request('changeSettings', keys('Alt+T'))).toEqual({
    ok: false,
    problem: TAKEN,
  })
  expect(stage.app.settings.current().hotkeys).toEqual(before)
  expect(await stage.request('changeSettings', keys('Alt+U'))).toMatchObject({ ok: true })
  expect(stage.app.settings.current().hotkeys.pause).toBe('Alt+U')
  expect(wanted).toEqual(['Alt+T', 'Alt+U'])
})
