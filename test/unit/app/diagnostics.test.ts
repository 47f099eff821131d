import { afterEach, expect, it } from 'vitest'
import { appStage, type AppStage } from '../../support/app-stage.ts'

let stage: AppStage
afterEach(() => stage.close())

it("the window's checks are those of the doctor", async () => {
  stage = await appStage()
  const answer = await stage.request('runChecks', {})
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

it('the page is told what the frame that moved the pointer took in the host', async () => {
  stage = await appStage()
  await stage.hands(600, { shape: 'relaxed', at: [0.6, 0.5] })
  await stage.hands(100, { shape: 'relaxed', at: [0.5, 0.4] })
  expect(stage.told('pointer')?.stages).toEqual({
    boundaryMs: expect.any(Number),
    pipelineMs: expect.any(Number),
  })
})
