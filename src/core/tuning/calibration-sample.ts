import type { PlanePoint } from '../geometry/plane.ts'
import { handFeatures } from '../hand/hand-features.ts'
import type { HandFrame, Handedness } from '../hand/hand-frame.ts'

/** What calibration keeps of one frame: numbers about the hand, no landmarks. */
export interface CalibrationSample {
  readonly atMs: number
  /** In image heights. */
  readonly anchor: PlanePoint
  readonly palmLength: number
  readonly aspectRatio: number
  /** Index tip to thumb, in palm lengths. */
  readonly pinchRatio: number
}

/** Of the hand of this side, or of the only one in view: trackers take one hand for the other. Undefined: no such hand. */
export function calibrationSample(
  frame: HandFrame,
  side: Handedness,
): CalibrationSample | undefined {
  const { hands, aspectRatio, atMs } = frame
  const hand =
    hands.find(({ handedness }) => handedness === side) ??
    (hands.length === 1 ? hands[0] : undefined)
  const features = hand === undefined ? undefined : handFeatures(hand, aspectRatio)
  if (features === undefined) return undefined
  const { anchor, palmLength, pinchRatio } = features
  return { atMs, anchor, palmLength, aspectRatio, pinchRatio: pinchRatio.index }
}
