import { createSerialQueue } from '../node/serial-queue.ts'
import { DEFAULT_SCHEDULER } from '../vision/hands/detection-scheduler.ts'
import type { FoundHand } from '../vision/hands/hand-landmarks.ts'
import {
  HandFinder,
  type HandFinderOptions,
  type NextDetection,
} from '../vision/hands/hand-finder.ts'
import type { Pixels } from '../vision/hands/pixels.ts'
import type { View } from '../vision/hands/view.ts'
import { decoded } from './decode-image.ts'
import { openHandModels, type OnnxHandModelOptions } from './onnx-hand-models.ts'

/** Finds hands in pictures and videos, in this process. The models are opened once and serve every stream in turn. */
export interface HandEngine {
  /** A video or a camera: each frame starts from where the hands were in the one before. */
  openStream(maxHands?: number, options?: HandStreamOptions): HandStream
  /** Hands in one picture that has nothing to do with others. */
  detect(image: Pixels | Uint8Array): Promise<readonly FoundHand[]>
  close(): Promise<void>
}

/** See `HandFinderOptions`. */
export type HandStreamOptions = Pick<HandFinderOptions, 'isRecheckingLate'>

export interface HandStream {
  /**
   * Pixels, or a whole JPEG, PNG or WebP file. `atMs` must increase. Rejects with a RangeError for a frame that cannot
   * be read or a time that went back: that frame is lost, the stream goes on.
   */
  detect(
    image: Pixels | Uint8Array,
    atMs: number,
    options?: DetectOptions,
  ): Promise<readonly FoundHand[]>
  nextDetection(): NextDetection
  /** What can wait until the answer is on its way; call it then, with the whole picture if `detect` had a part. */
  detectFurther(pixels?: Pixels): Promise<void>
}

export interface DetectOptions {
  /** Where in the picture the pixels lie when they are a part of it. */
  readonly view?: View | undefined
  /** Asked when it is the frame's turn: no hands are looked for, and none found, for somebody who has left. */
  readonly isCancelled?: () => boolean
}

export async function openHandEngine(options: OnnxHandModelOptions): Promise<HandEngine> {
  const models = await openHandModels(options)
  // The models' buffers belong to one frame at a time.
  const inTurn = createSerialQueue()

  return {
    openStream: (maxHands = 2, options = {}) => {
      const finder = new HandFinder({ models, maxHands, scheduler: DEFAULT_SCHEDULER, ...options })
      return {
        detect: (image, atMs, { view, isCancelled } = {}) =>
          inTurn(async () =>
            isCancelled?.() === true ? [] : finder.detect(await decoded(image), atMs, view),
          ),
        nextDetection: () => finder.nextDetection(),
        detectFurther: (pixels) => inTurn(() => finder.detectFurther(pixels)),
      }
    },
    detect: (image) =>
      inTurn(async () => new HandFinder({ models, maxHands: 2 }).detect(await decoded(image), 0)),
    close: () => inTurn(() => models.close()),
  }
}
