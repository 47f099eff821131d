export type ModelSize = 'full' | 'lite'

/** The palm detector's and the landmark model's files. */
export const handModelFiles = (size: ModelSize): readonly [string, string] => [
  `palm_detection_${size}.onnx`,
  `hand_landmark_${size}.onnx`,
]
