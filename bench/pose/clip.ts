import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { i420FromBytes, type PlanarPixels } from '../../src/vision/hands/pixels.ts'
import { ANNA, drawPeople } from '../../test/support/drawn-people.ts'

/** Somebody who signs, with both hands, to a phone: 360 × 640, brought into a camera's 640 × 480. */
const SIGNER = join(
  import.meta.dirname,
  '../../../shared/data/clips/negative/kirichovka/kman-tee/work.mp4',
)
const FILTER = 'fps=30,scale=-2:480,pad=640:480:(ow-iw)/2:0'
const FRAMES = 150
export const WIDTH_PX = 640
export const HEIGHT_PX = 480

export interface Clip {
  readonly name: string
  /** As a camera gives them. */
  readonly frames: readonly PlanarPixels[]
  /** The same as JPEGs. */
  readonly jpegs: readonly Buffer[]
}

/** A body and two hands; where the videos are not there, somebody drawn, whose hands are not found. */
export async function poseClip(): Promise<Clip> {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-bench-pose-'))
  try {
    return existsSync(SIGNER) ? signer(folder) : await drawn()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function signer(folder: string): Clip {
  const input = ['-v', 'error', '-i', SIGNER, '-an', '-vf', FILTER, '-frames:v', String(FRAMES)]
  const raw = ffmpeg(...input, '-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-')
  ffmpeg(...input, '-q:v', '4', '-pix_fmt', 'yuvj420p', join(folder, '%04d.jpg'))
  const jpegs = readdirSync(folder)
    .toSorted()
    .map((file) => readFileSync(join(folder, file)))
  return { name: 'somebody signing', frames: framesOf(raw), jpegs }
}

async function drawn(): Promise<Clip> {
  const places = Array.from({ length: 40 }, (_, step) => 280 + 4 * Math.min(step, 40 - step))
  const jpegs = await Promise.all(places.map((x) => drawPeople({ ...ANNA, x })))
  const args = [
    '-v',
    'error',
    '-f',
    'mjpeg',
    '-i',
    '-',
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    '-',
  ]
  const raw = execFileSync('ffmpeg', args, { input: Buffer.concat(jpegs), maxBuffer: 2 ** 30 })
  return { name: 'somebody drawn, without hands', frames: framesOf(raw), jpegs }
}

const ffmpeg = (...args: readonly string[]): Buffer =>
  execFileSync('ffmpeg', args, { maxBuffer: 2 ** 30 })

function framesOf(raw: Buffer): readonly PlanarPixels[] {
  const frameBytes = WIDTH_PX * HEIGHT_PX * 1.5
  return Array.from({ length: Math.floor(raw.length / frameBytes) }, (_, index) =>
    i420FromBytes(raw.subarray(index * frameBytes, (index + 1) * frameBytes), WIDTH_PX, HEIGHT_PX),
  )
}
