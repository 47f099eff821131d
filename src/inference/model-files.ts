export type ModelSize = 'full' | 'lite'

/** The palm detector's and the landmark model's files. */
export const handModelFiles = (size: ModelSize): readonly [string, string] => [
  `palm_detection_${size}.onnx`,
  `hand_landmark_${size}.onnx`,
]

/** The person detector's, which there is one of, and the landmark model's. */
export const poseModelFiles = (size: ModelSize): readonly [string, string] => [
  'pose_detection.onnx',
  `pose_landmark_${size}.onnx`,
]
