import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { openHandModels } from '../../src/inference/onnx-hand-models.ts'
import { decodeImage } from '../../src/inference/decode-image.ts'
import { DEFAULT_SCHEDULER } from '../../src/vision/hands/detection-scheduler.ts'
import { HandFinder } from '../../src/vision/hands/hand-finder.ts'
import { i420FromBytes, type Pixels } from '../../src/vision/hands/pixels.ts'

export interface FloorTimes {
  /** Everything the tracker process does with a frame of one hand that it follows. */
  readonly engineMs: readonly number[]
  /** The landmark model alone, on the same input. */
  readonly modelMs: readonly number[]
}

/** Times the engine in this process, frame by frame beside the model's own run. */
export async function engineFloor(
  modelsFolder: string,
  frames: readonly Pixels[],
): Promise<FloorTimes> {
  const models = await openHandModels({ folder: modelsFolder, size: 'full' })
  const finder = new HandFinder({ models, maxHands: 2, scheduler: DEFAULT_SCHEDULER })
  const engineMs: number[] = []
  const modelMs: number[] = []
  for (const [index, pixels] of frames.entries()) {
    const beganMs = performance.now()
    const hands = await finder.detect(pixels, (index + 1) * 33)
    const tookMs = performance.now() - beganMs
    const modelBeganMs = performance.now()
    await models.findHand()
    const modelTookMs = performance.now() - modelBeganMs
    if (hands.length !== 1) continue
    engineMs.push(tookMs)
    modelMs.push(modelTookMs)
  }
  await models.close()
  return { engineMs, modelMs }
}

/** Frames that ffmpeg decodes to I420 of this size. */
export function decodedFrames(
  ffmpegArgs: readonly string[],
  widthPx: number,
  heightPx: number,
): readonly Pixels[] {
  const bytes = execFileSync('ffmpeg', ffmpegArgs, { maxBuffer: 2 ** 31 })
  const frameBytes = widthPx * heightPx * 1.5
  return Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, index) =>
    i420FromBytes(bytes.subarray(index * frameBytes, (index + 1) * frameBytes), widthPx, heightPx),
  )
}

/** The demo hand's picture again and again, where there is no video. */
export async function demoHandFrames(
  picturePath: string,
  count: number,
): Promise<readonly Pixels[]> {
  const pixels = await decodeImage(readFileSync(picturePath))
  return Array.from({ length: count }, () => pixels)
}
