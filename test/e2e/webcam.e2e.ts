import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { afterEach, test } from 'node:test'
import { cameraClip, fakeWebcam } from '../support/camera-clip.ts'
import { until } from '../support/until.ts'
import { missingPrograms } from '../support/x11.ts'
import { startBeckon } from '../support/e2e/beckon.ts'

const missing = missingPrograms('chromium', 'ffmpeg')
const clip = missing.length === 0 ? cameraClip() : undefined
const skip =
  missing.length > 0
    ? `needs ${missing.join(', ')}`
    : (clip === undefined || !existsSync(clip)) && 'needs the clip in ../shared/data'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

test(
  'uses the webcam that is there, though nobody named it, and sees the hand in it',
  { skip },
  async () => {
    const beckon = await startBeckon({
      host: 'headless',
      args: ['--engaged', '--dry-run', '--for', '60s'],
      env: { BECKON_CHROMIUM_FLAGS: fakeWebcam(clip ?? '').join(' ') },
    })
    closers.push(beckon.close)
    await until(
      'the pointer to follow the hand',
      () => beckon.events.filter(({ action }) => action === 'pointer.move').length > 5,
      40_000,
    )
    assert.doesNotMatch(beckon.said(), /demo/i)
  },
)
