import { HAND_INPUT_PX, LANDMARKS } from '../vision/hands/hand-landmarks.ts'
import type { HandModels } from '../vision/hands/hand-models.ts'
import { handModelFiles, type ModelSize } from './model-files.ts'
import { openOnnxModel } from './onnx-model.ts'
import { PALM_ANCHORS, PALM_INPUT_PX, VALUES_PER_PALM } from '../vision/hands/palm.ts'

export interface OnnxHandModels extends HandModels {
  close(): Promise<void>
}

export interface OnnxHandModelOptions {
  /** Holds palm_detection_SIZE.onnx and hand_landmark_SIZE.onnx. */
  readonly folder: string
  readonly size: ModelSize
  /** Threads for one run of the landmark model, two where there are two cores. Measured: 4.9 ms with two, 7.8 with one; 9.0 and 8.0 ms of processor. */
  readonly threads?: number
}

/**
 * Opens both models and runs each once, so that the first picture is as quick as the others. Input and output buffers
 * are made here and used for every run: nothing is allocated per frame. Rejects, naming the file, when a model cannot
 * be read or is another one.
 */
export async function openHandModels(options: OnnxHandModelOptions): Promise<OnnxHandModels> {
  const [palmFile, handFile] = handModelFiles(options.size)
  // It runs a few times a second and nobody waits for it: one thread is the cheapest.
  const palm = await openOnnxModel({ ...options, threads: 1 }, palmFile, {
    input: [1, 3, PALM_INPUT_PX, PALM_INPUT_PX],
    outputs: { boxes: [1, PALM_ANCHORS, VALUES_PER_PALM], scores: [1, PALM_ANCHORS, 1] },
  })
  const hand = await openOnnxModel(options, handFile, {
    input: [1, 3, HAND_INPUT_PX, HAND_INPUT_PX],
    outputs: {
      landmarks: [1, LANDMARKS * 3],
      presence: [1, 1],
      handedness: [1, 1],
      world: [1, LANDMARKS * 3],
    },
  })
  const { boxes, scores } = palm.outputs
  const { landmarks, presence, handedness, world } = hand.outputs
  return {
    palmInput: palm.input,
    detectPalms: async () => {
      await palm.run()
      return { boxes, scores }
    },
    handInput: hand.input,
    findHand: async () => {
      await hand.run()
      return { landmarks, presence: presence[0] ?? 0, handedness: handedness[0] ?? 0, world }
    },
    close: async () => {
      await palm.close()
      await hand.close()
    },
  }
}
