import type { Handedness, TrackedHand } from '../../../../core/hand/hand-frame.ts'
import type { SeenHand } from './hand-tracker.ts'

/**
 * The user's own view of a hand, as in a mirror: x grows to the user's right and their left hand is `left`.
 * An unmirrored picture is flipped here, once; a source that is a selfie view already is left as it is, but there the
 * tracker took each hand for the other one.
 */
export function mirrorOnce(hand: SeenHand, isSourceMirrored: boolean): TrackedHand {
  if (isSourceMirrored) return { ...hand, handedness: otherHand(hand.handedness) }
  return {
    ...hand,
    landmarks: hand.landmarks.map(({ x, y, z }) => ({ x: 1 - x, y, z })),
    world: hand.world.map(({ x, y, z }) => ({ x: -x, y, z })),
  }
}

const otherHand = (handedness: Handedness): Handedness => (handedness === 'left' ? 'right' : 'left')
