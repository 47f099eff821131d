/**
 * What the models are made of. The npm packages carry the weights; nothing is fetched from anywhere else.
 *
 * A part is one tflite file, either a file of a package or a range inside a package's packed assets. A bundle is the
 * .task file that tasks-vision loads: a detector and a landmark model, each with the normalisation metadata that
 * tasks-vision demands and that the packages' files lack. The parts are also written as ONNX.
 */
const HANDS = 'node_modules/@mediapipe/hands'
const POSE = 'node_modules/@mediapipe/pose'

/** Pixel values reach the models as (value - mean) / std. The figures are those of MediaPipe's own graphs. */
const UNIT_RANGE = { mean: 0, std: 255 }
const SIGNED_RANGE = { mean: 127.5, std: 127.5 }

const file = (path) => ({ kind: 'file', path })
const packed = (folder, name, member) => ({
  kind: 'packed',
  dataPath: `${folder}/${name}_solution_packed_assets.data`,
  indexPath: `${folder}/${name}_solution_packed_assets_loader.js`,
  member,
})

export const PARTS = {
  palm_detection_full: {
    source: packed(HANDS, 'hands', 'palm_detection_full.tflite'),
    input: UNIT_RANGE,
  },
  palm_detection_lite: {
    source: packed(HANDS, 'hands', 'palm_detection_lite.tflite'),
    input: UNIT_RANGE,
  },
  hand_landmark_full: { source: file(`${HANDS}/hand_landmark_full.tflite`), input: UNIT_RANGE },
  hand_landmark_lite: { source: file(`${HANDS}/hand_landmark_lite.tflite`), input: UNIT_RANGE },
  pose_detection: { source: packed(POSE, 'pose', 'pose_detection.tflite'), input: SIGNED_RANGE },
  pose_landmark_lite: { source: file(`${POSE}/pose_landmark_lite.tflite`), input: UNIT_RANGE },
  pose_landmark_full: { source: file(`${POSE}/pose_landmark_full.tflite`), input: UNIT_RANGE },
}

const hand = (detector, landmarks) => ({
  'hand_detector.tflite': detector,
  'hand_landmarks_detector.tflite': landmarks,
})
const pose = (landmarks) => ({
  'pose_detector.tflite': 'pose_detection',
  'pose_landmarks_detector.tflite': landmarks,
})

/** Bundle name → name inside the bundle → part. */
export const BUNDLES = {
  hand_landmarker_full: hand('palm_detection_full', 'hand_landmark_full'),
  hand_landmarker_lite: hand('palm_detection_lite', 'hand_landmark_lite'),
  pose_landmarker_full: pose('pose_landmark_full'),
  pose_landmarker_lite: pose('pose_landmark_lite'),
}

const palmValues = { input: 'image', outputs: ['boxes', 'scores'] }
const handValues = { input: 'image', outputs: ['landmarks', 'presence', 'handedness', 'world'] }
/** The third output cuts the person out of the picture, which nobody asks for and which takes two fifths of the time. */
const poseValues = {
  input: 'image',
  outputs: ['landmarks', 'presence', undefined, 'heatmap', 'world'],
}

/** Parts that are also written as ONNX for the native tracker, with the names their values are given there. */
export const ONNX = {
  palm_detection_full: palmValues,
  palm_detection_lite: palmValues,
  hand_landmark_full: handValues,
  hand_landmark_lite: handValues,
  pose_detection: { ...palmValues, range: SIGNED_RANGE },
  pose_landmark_full: poseValues,
  pose_landmark_lite: poseValues,
}

/** Every package file that the recipe reads, once. */
export function inputPaths() {
  const paths = Object.values(PARTS).flatMap(({ source }) =>
    source.kind === 'file' ? [source.path] : [source.dataPath, source.indexPath],
  )
  return [...new Set(paths)].sort()
}
