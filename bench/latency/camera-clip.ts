import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const REAL_HAND = join(ROOT, '..', 'shared', 'data', 'videos', 'golden', 'asl_hand.25fps.mp4')
const CLIP = join(ROOT, '.beckon', 'cache', 'camera-clip.mjpeg')
const SECONDS = 20

/**
 * A file that Chromium's fake webcam plays at 30 frames a second, round and round: a real signing hand where the real
 * data lie beside the project. Undefined where they do not.
 */
export function cameraClip(): string | undefined {
  if (!existsSync(REAL_HAND)) return undefined
  mkdirSync(join(CLIP, '..'), { recursive: true })
  const picture = 'scale=640:480:force_original_aspect_ratio=decrease,pad=640:480:-1:-1'
  // The fake webcam reads 4:2:0 only.
  const made = spawnSync('ffmpeg', [
    ...['-v', 'error', '-y', '-stream_loop', '-1', '-i', REAL_HAND, '-t', String(SECONDS)],
    ...['-vf', picture, '-r', '30', '-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', '-q:v', '4', CLIP],
  ])
  if (made.status !== 0) throw new Error(`ffmpeg: ${String(made.stderr)}`)
  return CLIP
}

/** Flags that make Chromium take the clip for its webcam; the permission is the caller's to give. */
export const fakeWebcam = (clip: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${clip}`,
]
