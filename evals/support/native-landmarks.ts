import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { decodeImage } from '../../src/inference/decode-image.ts'
import { openHandEngine, type HandEngine } from '../../src/inference/hand-engine.ts'
import type { FoundHand } from '../../src/vision/hands/hand-landmarks.ts'
import type { InterleavedPixels } from '../../src/vision/hands/pixels.ts'
import { rawVideo } from './landmarks.ts'
import type { RawHand, RawPicture, RawVideoFrame } from './raw-hands.ts'

const MODELS = join(import.meta.dirname, '../../resources/models/onnx')

/** What the native tracker finds, told as tasks-vision tells it. */
export interface NativeLandmarks {
  /** undefined for a file that is no picture. */
  ofImage(file: string, padRatio: number): Promise<RawPicture | undefined>
  /** Of the same frames as in `landmarksOfVideo`. */
  ofVideo(file: string): Promise<RawVideoFrame[]>
  close(): Promise<void>
}

export async function openNativeLandmarks(): Promise<NativeLandmarks> {
  const engine = await openHandEngine({ folder: MODELS, size: 'full' })
  return {
    ofImage: async (file, padRatio) => {
      const decoded = await decodeStill(await readFile(file)).catch(() => undefined)
      if (decoded === undefined) return undefined
      const pixels = padded(decoded, padRatio)
      return pictureOf(pixels, await engine.detect(pixels))
    },
    ofVideo: (file) => videoFrames(engine, file),
    close: () => engine.close(),
  }
}

/** Our own decoder takes what cameras and browsers make; collections hold other kinds of stills as well. */
async function decodeStill(bytes: Uint8Array): Promise<InterleavedPixels | undefined> {
  const { format, pages = 1 } = await sharp(bytes).metadata()
  if (['jpeg', 'png', 'webp'].includes(format)) return decodeImage(bytes)
  return pages > 1 ? undefined : decodeImage(await sharp(bytes).png().toBuffer())
}

async function videoFrames(engine: HandEngine, file: string): Promise<RawVideoFrame[]> {
  const { ffmpegArgs, widthPx, heightPx, rate } = await rawVideo(file, 'rgb24')
  const strideBytes = widthPx * 3
  const stream = engine.openStream()
  const frames: RawVideoFrame[] = []
  for await (const data of chunksOf(strideBytes * heightPx, ffmpegArgs)) {
    const atMs = (frames.length * 1000) / rate
    const pixels = { format: 'rgb', widthPx, heightPx, strideBytes, data } as const
    frames.push({ atMs, ...pictureOf(pixels, await stream.detect(pixels, atMs)) })
  }
  return frames
}

/** A minute of video is a gigabyte of pixels: one frame at a time. */
async function* chunksOf(frameBytes: number, ffmpegArgs: readonly string[]) {
  const ffmpeg = spawn('ffmpeg', ffmpegArgs, { stdio: ['ignore', 'pipe', 'inherit'] })
  // Not there at all: whoever waits for its frames hears of it.
  ffmpeg.once('error', (error) => ffmpeg.stdout.destroy(error))
  let frame = new Uint8Array(frameBytes)
  let filled = 0
  for await (const chunk of ffmpeg.stdout) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + frameBytes - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
      if (filled < frameBytes) continue
      yield frame
      frame = new Uint8Array(frameBytes)
      filled = 0
    }
  }
}

/** On a black ground that adds `padRatio` of the picture's size on every side. */
function padded(pixels: InterleavedPixels, padRatio: number): InterleavedPixels {
  if (padRatio === 0) return pixels
  const left = Math.round(pixels.widthPx * padRatio)
  const top = Math.round(pixels.heightPx * padRatio)
  const widthPx = pixels.widthPx + 2 * left
  const heightPx = pixels.heightPx + 2 * top
  const data = new Uint8Array(widthPx * heightPx * 3)
  for (let row = 0; row < pixels.heightPx; row++) {
    const from = row * pixels.strideBytes
    const rowBytes = pixels.data.subarray(from, from + pixels.widthPx * 3)
    data.set(rowBytes, ((row + top) * widthPx + left) * 3)
  }
  return { format: 'rgb', widthPx, heightPx, strideBytes: widthPx * 3, data }
}

const pictureOf = (
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  hands: readonly FoundHand[],
): RawPicture => ({ widthPx, heightPx, hands: hands.map(rawHand) })

function rawHand({ rightScore, landmarks, world }: FoundHand): RawHand {
  const points = (flat: Float32Array) =>
    Array.from({ length: 21 }, (_, joint) => {
      const [x = NaN, y = NaN, z = NaN] = flat.subarray(3 * joint, 3 * joint + 3)
      return { x, y, z }
    })
  return {
    handedness: rightScore >= 0.5 ? 'Right' : 'Left',
    score: Math.max(rightScore, 1 - rightScore),
    landmarks: points(landmarks),
    world: points(world),
  }
}
