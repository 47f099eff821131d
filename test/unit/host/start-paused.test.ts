import { expect, it } from 'vitest'
import { appStage } from '../../support/app-stage.ts'

it('a start that is to be paused leaves the camera closed and does nothing until somebody resumes', async () => {
  const stage = await appStage({ options: { startsPaused: true, isEngaged: false } })
  expect(stage.told('state')?.mode).toBe('paused')
  await stage.hands(1500, { shape: 'open-palm' })
  expect([stage.told('state')?.mode, stage.log]).toEqual(['paused', []])
  await stage.request('setMode', { mode: 'watching' })
  expect(stage.told('state')?.mode).toBe('watching')
  await stage.close()
})
