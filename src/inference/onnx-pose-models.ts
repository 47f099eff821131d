import { PERSON_ANCHORS, PERSON_INPUT_PX, VALUES_PER_PERSON } from '../vision/bodies/person.ts'
import { HEATMAP_PX } from '../vision/bodies/heatmap.ts'
import { POSE_INPUT_PX, RAW_LANDMARKS, RAW_VALUES } from '../vision/bodies/pose-landmarks.ts'
import type { PoseModels } from '../vision/bodies/pose-models.ts'
import { poseModelFiles, type ModelSize } from './model-files.ts'
import { openOnnxModel, type OnnxModelOptions } from './onnx-model.ts'

export interface OnnxPoseModels extends PoseModels {
  close(): Promise<void>
}

export interface OnnxPoseModelOptions extends OnnxModelOptions {
  readonly size: ModelSize
}

/** Opens both models, as `openHandModels` does. Rejects, naming the file, when one cannot be read or is another. */
export async function openPoseModels(options: OnnxPoseModelOptions): Promise<OnnxPoseModels> {
  const [personFile, poseFile] = poseModelFiles(options.size)
  // It runs a few times a second and nobody waits for it: one thread is the cheapest.
  const person = await openOnnxModel({ ...options, threads: 1 }, personFile, {
    input: [1, 3, PERSON_INPUT_PX, PERSON_INPUT_PX],
    outputs: { boxes: [1, PERSON_ANCHORS, VALUES_PER_PERSON], scores: [1, PERSON_ANCHORS, 1] },
  })
  const pose = await openOnnxModel(options, poseFile, {
    input: [1, 3, POSE_INPUT_PX, POSE_INPUT_PX],
    outputs: {
      landmarks: [1, RAW_LANDMARKS * RAW_VALUES],
      presence: [1, 1],
      heatmap: [1, RAW_LANDMARKS, HEATMAP_PX, HEATMAP_PX],
      world: [1, RAW_LANDMARKS * 3],
    },
  })
  const { boxes, scores } = person.outputs
  const { landmarks, presence, heatmap, world } = pose.outputs
  return {
    personInput: person.input,
    detectPeople: async () => {
      await person.run()
      return { boxes, scores }
    },
    poseInput: pose.input,
    findPose: async () => {
      await pose.run()
      return { landmarks, presence: presence[0] ?? 0, heatmaps: heatmap, world }
    },
    close: async () => {
      await person.close()
      await pose.close()
    },
  }
}
