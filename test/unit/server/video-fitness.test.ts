import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeVideo } from '../../support/video-service.ts'
import { createFitness } from '../../../src/server/videos/video-fitness.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined

test.skipIf(!hasFfmpeg)('a service without ffmpeg says so, until it is installed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-fitness-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const video = makeVideo(folder, 'quick.mp4')
  const whyUnfit = createFitness()
  vi.stubEnv('PATH', folder)
  expect(await whyUnfit(video)).toEqual({ status: 503, why: 'ffmpeg is not installed' })
  vi.unstubAllEnvs()
  expect(await whyUnfit(video)).toBeUndefined()
})
