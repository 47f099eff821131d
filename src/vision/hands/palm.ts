import { grow, normalizeRad, uprightRotation, type PixelPoint, type Region } from './region.ts'
import { decodeDetections, type Detection } from './ssd.ts'

/** A palm the detector found. Of the seven keypoints 0 is the wrist and 2 the middle finger's knuckle. */
export type Palm = Detection

export const PALM_INPUT_PX = 192
/** Anchors of the detector, and so boxes that it gives. */
export const PALM_ANCHORS = 2016
/** Per box: centre, size, seven keypoints. */
export const VALUES_PER_PALM = 18
/** HandLandmarkerOptions.min_hand_detection_confidence. */
export const MIN_PALM_SCORE = 0.5

const PALM_DETECTOR = {
  inputPx: PALM_INPUT_PX,
  valuesPerBox: VALUES_PER_PALM,
  minScore: MIN_PALM_SCORE,
  // NonMaxSuppressionCalculator's min_suppression_threshold in hand_detector_graph.
  sameOverlap: 0.3,
}

/** Reads the detector's raw output (2016 × 18 box values, 2016 logits) into palms, best first, one per hand. */
export function decodePalms(
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float32Array,
): readonly Palm[] {
  return decodeDetections(boxes, scores, anchors, PALM_DETECTOR)
}

const WRIST = 0
const MIDDLE_KNUCKLE = 2
/** hand_detector_graph: the region is the palm's box 2.6 times as large, half a box towards the fingers. */
const PALM_SCALE = 2.6
const PALM_SHIFT_Y = -0.5
/**
 * @note hand_detector_graph sets rotation_vector_target_angle, which is in radians, to 90. So tasks-vision looks at
 * each new hand turned by this much (27°), found by giving it a landmark model that answers with the corners of its
 * input. Without it the first landmarks of a hand are a median of 2.6 % of a palm from those of tasks-vision.
 */
const PALM_TURN_RAD = normalizeRad(90 - Math.PI / 2)

/** Where the landmark model should look for the hand of this palm. `input` is the letterbox the detector saw. */
export function regionOfPalm(palm: Palm, input: Region): Region {
  const toPixels = (x: number, y: number): PixelPoint => ({
    x: input.centerXPx + (x - 0.5) * input.widthPx,
    y: input.centerYPx + (y - 0.5) * input.heightPx,
  })
  const keypoint = (index: number): PixelPoint =>
    toPixels(palm.keypoints[2 * index] ?? 0, palm.keypoints[2 * index + 1] ?? 0)
  const center = toPixels((palm.left + palm.right) / 2, (palm.top + palm.bottom) / 2)
  return grow(
    {
      centerXPx: center.x,
      centerYPx: center.y,
      widthPx: (palm.right - palm.left) * input.widthPx,
      heightPx: (palm.bottom - palm.top) * input.heightPx,
      rotationRad: normalizeRad(
        uprightRotation(keypoint(WRIST), keypoint(MIDDLE_KNUCKLE)) + PALM_TURN_RAD,
      ),
    },
    PALM_SHIFT_Y,
    PALM_SCALE,
  )
}
