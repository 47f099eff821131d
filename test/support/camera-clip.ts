import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const REAL_HAND = join(
  ROOT,
  '..',
  'shared',
  'data',
  'digit_images',
  'ardamavi',
  '1',
  'IMG_1119.JPG',
)
const CLIP = join(ROOT, '.beckon', 'cache', 'camera-clip.mjpeg')
const SECONDS = 20
/** A whole number of them in the clip, so that its end meets its beginning. */
const ROUND_S = 4

/**
 * A file that Chromium's fake webcam plays at 30 frames a second, round and round: a real pointing hand that goes in
 * circles, so that every frame moves the pointer. Undefined where the real data do not lie beside the project.
 */
export function cameraClip(): string | undefined {
  if (!existsSync(REAL_HAND)) return undefined
  mkdirSync(join(CLIP, '..'), { recursive: true })
  const angle = `2*PI*t/${ROUND_S}`
  const filter =
    `[1]scale=300:300[hand];` +
    `[0][hand]overlay=x='170+120*cos(${angle})':y='90+80*sin(${angle})':eval=frame`
  // The fake webcam reads 4:2:0 only.
  const made = spawnSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'color=c=0xb8b4b0:s=640x480:r=30'],
    ...['-loop', '1', '-framerate', '30', '-i', REAL_HAND, '-filter_complex', filter],
    ...['-t', String(SECONDS), '-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '4', CLIP],
  ])
  if (made.status !== 0) throw new Error(`ffmpeg: ${String(made.stderr)}`)
  return CLIP
}

/** Flags that make Chromium take the clip for its webcam; the permission is the caller's to give. */
export const fakeWebcam = (clip: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${clip}`,
]
