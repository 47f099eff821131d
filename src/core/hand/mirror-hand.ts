import { pictureToUser, pictureWorldToUserWorld } from '../geometry/mirror.ts'
import type { TrackedHand } from './hand-frame.ts'

/** As the user sees their hand in a mirror. It stays the hand that it is. */
export const handPictureToUser = (hand: TrackedHand<'picture'>): TrackedHand => ({
  ...hand,
  landmarks: hand.landmarks.map(pictureToUser),
  world: hand.world.map(pictureWorldToUserWorld),
})
