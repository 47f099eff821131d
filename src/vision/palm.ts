import { grow, normalizeRad, type PixelPoint, type Region } from './region.ts'

/** A palm the detector found. Coordinates 0..1 of the detector's square input (letterboxed picture). */
export interface Palm {
  readonly score: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Seven points, x0 y0 x1 y1 ...; 0 is the wrist and 2 the middle finger's knuckle. */
  readonly keypoints: readonly number[]
}

export const PALM_INPUT_PX = 192
/** Anchors of the detector, and so boxes that it gives. */
export const PALM_ANCHORS = 2016
/** Per box: centre, size, seven keypoints. */
export const VALUES_PER_PALM = 18
const KEYPOINT_VALUES = 14
/** Palms below it are none (HandLandmarkerOptions.min_hand_detection_confidence). */
export const MIN_PALM_SCORE = 0.5
/** TensorsToDetectionsCalculator's score_clipping_thresh: keeps exp() finite. */
const SCORE_CLIP = 100
/** NonMaxSuppressionCalculator's min_suppression_threshold in hand_detector_graph. */
const SAME_PALM_OVERLAP = 0.3

/**
 * Reads the detector's raw output into palms, best first, one per hand (weighted non-maximum suppression).
 * `boxes` is 2016 × 18 (centre x, centre y, width, height, 7 × keypoint x y; pixels relative to the anchor);
 * `scores` 2016 logits.
 */
export function decodePalms(
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float32Array,
): readonly Palm[] {
  const found: Palm[] = []
  // The threshold is moved through the sigmoid once instead of every logit.
  const minLogit = Math.log(MIN_PALM_SCORE / (1 - MIN_PALM_SCORE))
  for (let index = 0; index < scores.length; index++) {
    const logit = scores[index] ?? -SCORE_CLIP
    if (logit >= minLogit) found.push(decodeBox(boxes, index, anchors, logit))
  }
  return suppress(found.sort((a, b) => b.score - a.score))
}

function decodeBox(boxes: Float32Array, index: number, anchors: Float32Array, logit: number): Palm {
  const base = index * VALUES_PER_PALM
  const value = (offset: number): number => (boxes[base + offset] ?? 0) / PALM_INPUT_PX
  const anchorX = anchors[2 * index] ?? 0
  const anchorY = anchors[2 * index + 1] ?? 0
  const x = value(0) + anchorX
  const y = value(1) + anchorY
  const halfWidth = value(2) / 2
  const halfHeight = value(3) / 2
  const keypoints: number[] = []
  for (let offset = 0; offset < KEYPOINT_VALUES; offset += 2) {
    keypoints.push(value(4 + offset) + anchorX, value(5 + offset) + anchorY)
  }
  const clipped = Math.max(-SCORE_CLIP, Math.min(SCORE_CLIP, logit))
  return {
    score: 1 / (1 + Math.exp(-clipped)),
    left: x - halfWidth,
    top: y - halfHeight,
    right: x + halfWidth,
    bottom: y + halfHeight,
    keypoints,
  }
}

/** Palms that overlap are one palm: their coordinates are averaged by score (BlazeFace, arXiv:1907.05047, §3.3). */
function suppress(sorted: readonly Palm[]): readonly Palm[] {
  const kept: Palm[] = []
  let remaining = sorted
  for (let best = remaining[0]; best !== undefined; best = remaining[0]) {
    const leader = best
    const same = remaining.filter((palm) => palmOverlap(palm, leader) > SAME_PALM_OVERLAP)
    kept.push(average(same.length > 0 ? same : [leader], leader.score))
    remaining = remaining.filter((palm) => palm !== leader && !same.includes(palm))
  }
  return kept
}

function average(palms: readonly Palm[], score: number): Palm {
  const total = palms.reduce((sum, palm) => sum + palm.score, 0)
  const mean = (pick: (palm: Palm) => number): number =>
    palms.reduce((sum, palm) => sum + pick(palm) * palm.score, 0) / total
  return {
    score,
    left: mean((palm) => palm.left),
    top: mean((palm) => palm.top),
    right: mean((palm) => palm.right),
    bottom: mean((palm) => palm.bottom),
    keypoints: Array.from({ length: KEYPOINT_VALUES }, (_, index) =>
      mean((palm) => palm.keypoints[index] ?? 0),
    ),
  }
}

function palmOverlap(a: Palm, b: Palm): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (width <= 0 || height <= 0) return 0
  const shared = width * height
  const areas = (a.right - a.left) * (a.bottom - a.top) + (b.right - b.left) * (b.bottom - b.top)
  return shared / (areas - shared)
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

/** The turn after which `to` lies straight above `from`. */
export function uprightRotation(from: PixelPoint, to: PixelPoint): number {
  return normalizeRad(Math.PI / 2 - Math.atan2(from.y - to.y, to.x - from.x))
}
