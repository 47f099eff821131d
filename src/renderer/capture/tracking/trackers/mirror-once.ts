import type { Vector3 } from '../../../../core/geometry/vector.ts'
import { otherHand, type TrackedHand } from '../../../../core/hand/hand-frame.ts'
import { handPictureToUser } from '../../../../core/hand/mirror-hand.ts'

/**
 * The user's own view of a hand that a tracker found. An unmirrored picture is mirrored here, once; a source that is a selfie
 * view already is left as it is, but there the tracker took each hand for the other one.
 */
export const mirrorOnce = (hand: TrackedHand<'picture'>, isSourceMirrored: boolean): TrackedHand =>
  isSourceMirrored ? selfieToUser(hand) : handPictureToUser(hand)

/** The places are the user's own, whatever the tracker took the picture for. */
function selfieToUser(hand: TrackedHand<'picture'>): TrackedHand {
  const landmarks: readonly Vector3[] = hand.landmarks
  const world: readonly Vector3[] = hand.world
  return { ...hand, handedness: otherHand(hand.handedness), landmarks, world }
}
