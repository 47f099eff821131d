import { grow, regionOfAlignment, type PixelPoint, type Region } from '../hands/region.ts'
import { decodeDetections, type Detection } from '../hands/ssd.ts'

/**
 * A person the detector found: the face's box, and keypoints, of which 0 is the middle of the hips and 1 lies on the
 * circle around the whole body, above the head (BlazePose, arXiv:2006.10204, §2.2).
 */
export type Person = Detection

export const PERSON_INPUT_PX = 224
/** Anchors of the detector, and so boxes that it gives. */
export const PERSON_ANCHORS = 2254
/** Per box: centre, size, four keypoints. */
export const VALUES_PER_PERSON = 12

const PERSON_DETECTOR = {
  inputPx: PERSON_INPUT_PX,
  valuesPerBox: VALUES_PER_PERSON,
  // PoseDetectorGraphOptions: min_detection_confidence and min_suppression_threshold.
  minScore: 0.5,
  sameOverlap: 0.5,
}

/** Reads the detector's raw output into people, the surest first. */
export function decodePeople(
  boxes: Float32Array,
  scores: Float32Array,
  anchors: Float32Array,
): readonly Person[] {
  return decodeDetections(boxes, scores, anchors, PERSON_DETECTOR)
}

/** pose_detector_graph and pose_landmarks_detector_graph: the circle's square, a quarter larger. */
const BODY_SCALE = 1.25

/** Where the landmark model should look, from the middle of the hips and a point on the circle around the body. */
export const regionOfBody = (hips: PixelPoint, edge: PixelPoint): Region =>
  grow(regionOfAlignment(hips, edge), 0, BODY_SCALE)

/** Where the landmark model should look for this person. `input` is the letterbox the detector saw. */
export function regionOfPerson({ keypoints }: Person, input: Region): Region {
  const keypoint = (index: number): PixelPoint => ({
    x: input.centerXPx + ((keypoints[2 * index] ?? 0) - 0.5) * input.widthPx,
    y: input.centerYPx + ((keypoints[2 * index + 1] ?? 0) - 0.5) * input.heightPx,
  })
  return regionOfBody(keypoint(0), keypoint(1))
}
