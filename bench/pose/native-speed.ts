import { join } from 'node:path'
import { openPoseModels, type OnnxPoseModels } from '../../src/inference/onnx-pose-models.ts'
import { DEFAULT_SCHEDULER } from '../../src/vision/hands/detection-scheduler.ts'
import { PoseFinder } from '../../src/vision/bodies/pose-finder.ts'
import type { Clip } from './clip.ts'

const FOLDER = join(import.meta.dirname, '../../resources/models/onnx')

/** Times the native tracker frame by frame, beside its model's own run on the same input. */
export class NativeSpeed {
  readonly engineMs: number[] = []
  readonly modelMs: number[] = []
  readonly #models: OnnxPoseModels
  readonly #finder: PoseFinder
  #atMs = 0

  constructor(models: OnnxPoseModels) {
    this.#models = models
    this.#finder = new PoseFinder({ models, maxPeople: 1, scheduler: DEFAULT_SCHEDULER })
  }

  /** Only frames in which somebody was followed from the one before count. */
  async round({ frames }: Clip, count: number): Promise<void> {
    let isFollowing = false
    for (let index = 0; index < count; index++) {
      const pixels = frames[index % frames.length]
      if (pixels === undefined) throw new Error('NativeSpeed: expected frames')
      this.#atMs += 33
      const beganMs = performance.now()
      const found = await this.#finder.detect(pixels, this.#atMs)
      const tookMs = performance.now() - beganMs
      const modelBeganMs = performance.now()
      await this.#models.findPose()
      const modelTookMs = performance.now() - modelBeganMs
      if (isFollowing && found.length === 1) {
        this.engineMs.push(tookMs)
        this.modelMs.push(modelTookMs)
      }
      isFollowing = found.length === 1
    }
  }

  close(): Promise<void> {
    return this.#models.close()
  }
}

export const openNativeSpeed = async (): Promise<NativeSpeed> =>
  new NativeSpeed(await openPoseModels({ folder: FOLDER, size: 'full' }))
