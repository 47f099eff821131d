import type { HandFeatures } from '../hand/hand-features.ts'
import { extendedFingers, isExtended } from './extended-fingers.ts'

/** Fingers within 45° of upright, as the palm that engages. */
const UPRIGHT_RAD = 0.8
/** The tips of thumb and index finger are as far apart as in an L: 1.3 palm lengths and more in zoom.gif. */
const APART_PALMS = 1

/**
 * One corner of a picture frame held up between two hands, an L: index finger up, thumb out, the others bent. A hand that was one
 * stays one as long as its thumb is out and the others are bent: towards the picture's edge trackers lose the index finger.
 */
export function isFrameHand(features: HandFeatures, wasOne: boolean): boolean {
  const { thumb, index, middle, ring, little } = extendedFingers(features)
  const isLike = isExtended(thumb) && ![middle, ring, little].some(isExtended)
  if (!isLike || wasOne) return isLike
  const isUpright = Math.abs(features.rollRad) <= UPRIGHT_RAD
  return isExtended(index) && isUpright && features.pinchRatio.index >= APART_PALMS
}

/** Of a corner whose least sure finger is only just sure. */
export const LEAST_FRAME_SCORE = 0.5

/** How surely, 0..1: as its least sure finger. */
export function frameScore(features: HandFeatures): number {
  const { thumb, middle, ring, little } = extendedFingers(features)
  return Math.min(thumb, 1 - middle, 1 - ring, 1 - little)
}
