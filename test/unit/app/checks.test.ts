import { afterEach, expect, it } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'

let stage: AppStage
afterEach(() => stage.close())

it("the window's checks are those of the doctor", async () => {
  stage = await appStage()
  const answer = await stage.ask('runChecks', {})
  const names = answer.ok ? answer.value.checks.map(({ name }) => name) : []
  expect([...new Set(names)]).toEqual([
    'Node',
    'Models',
    'Camera',
    'Display',
    'Pointer',
    'Audio',
    'Electron',
    'Chromium',
    'ffmpeg',
  ])
})
