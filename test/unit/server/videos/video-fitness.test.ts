import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeVideo } from '../../../support/video-service.ts'
import { createFitness } from '../../../../src/server/videos/video-fitness.ts'

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

test.skipIf(!hasFfmpeg)(
  'a video that ffprobe once said nothing of is asked after again',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beckon-fitness-'))
    onTestFinished(() => {
      vi.unstubAllEnvs()
      rmSync(folder, { recursive: true })
    })
    const video = makeVideo(folder, 'quick.mp4')
    writeFileSync(join(folder, 'ffprobe'), '#!/bin/sh\n', { mode: 0o755 })
    const whyUnfit = createFitness()
    vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
    expect(await whyUnfit(video)).toEqual({ status: 415, why: 'It holds no moving picture.' })
    vi.unstubAllEnvs()
    expect(await whyUnfit(video)).toBeUndefined()
  },
)
