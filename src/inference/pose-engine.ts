import { createSerialQueue } from '../node/serial-queue.ts'
import { DEFAULT_SCHEDULER } from '../vision/hands/detection-scheduler.ts'
import type { Pixels } from '../vision/hands/pixels.ts'
import { PoseFinder, type FoundBody } from '../vision/bodies/pose-finder.ts'
import { decoded } from './decode-image.ts'
import { createMonotonicStamp } from './monotonic-stamp.ts'
import { openPoseModels, type OnnxPoseModelOptions } from './onnx-pose-models.ts'

/** Finds bodies in pictures and videos, in this process. The models are opened once and serve every stream in turn. */
export interface PoseEngine {
  /** A video or a camera: each frame starts from where the bodies were in the one before. */
  openStream(maxPeople?: number): PoseStream
  /** Bodies in one picture that has nothing to do with others. */
  detect(image: Pixels | Uint8Array, maxPeople?: number): Promise<readonly FoundBody[]>
  close(): Promise<void>
}

export interface PoseStream {
  /**
   * Pixels, or a whole JPEG, PNG or WebP file. `atMs` is when it was taken, as far as the sender knows: where it does not
   * go on from the frame before, the stream's own clock does. Rejects with a RangeError for a frame that cannot be read:
   * that frame is lost, the stream goes on.
   */
  detect(image: Pixels | Uint8Array, atMs: number): Promise<StampedBodies>
  /** What can wait until the answer is on its way; call it then. */
  detectFurther(): Promise<void>
}

export interface StampedBodies {
  readonly bodies: readonly FoundBody[]
  /** Later than that of every frame before. */
  readonly stampMs: number
}

export async function openPoseEngine(options: OnnxPoseModelOptions): Promise<PoseEngine> {
  const models = await openPoseModels(options)
  // The models' buffers belong to one frame at a time.
  const inTurn = createSerialQueue()

  return {
    openStream: (maxPeople = 1) => {
      const finder = new PoseFinder({ models, maxPeople, scheduler: DEFAULT_SCHEDULER })
      const stamp = createMonotonicStamp()
      return {
        detect: async (image, atMs) => {
          // Decoding needs no model: the next stream's frame may be looked at meanwhile.
          const pixels = await decoded(image)
          return inTurn(async () => {
            const stampMs = stamp(atMs)
            return { stampMs, bodies: await finder.detect(pixels, stampMs) }
          })
        },
        detectFurther: () => inTurn(() => finder.detectFurther()),
      }
    },
    detect: async (image, maxPeople = 1) => {
      const pixels = await decoded(image)
      return inTurn(() => new PoseFinder({ models, maxPeople }).detect(pixels, 0))
    },
    close: () => inTurn(() => models.close()),
  }
}
