import { BODY_BONES } from '../../core/body/body-bones.ts'
import type { Body } from '../../core/body/body.ts'
import type { TrackedHand } from '../../core/hand/hand-frame.ts'
import type { PlanarPixels } from '../../vision/hands/pixels.ts'
import { BODY_INK, drawBones, HAND_INK } from './draw-skeleton.ts'

const FINGERS = [0, 1, 2, 3, 4].map((finger) => 1 + 4 * finger)
const HAND_BONES = FINGERS.flatMap((first) => [
  [0, first] as const,
  ...[0, 1, 2].map((joint) => [first + joint, first + joint + 1] as const),
])

/** Draws what was found in a frame into the frame. */
export function drawLandmarks(
  pixels: PlanarPixels,
  bodies: readonly Body[],
  hands: readonly TrackedHand<'picture'>[],
): void {
  for (const { landmarks } of bodies) drawBones(pixels, landmarks, BODY_BONES, BODY_INK)
  for (const { landmarks } of hands) drawBones(pixels, landmarks, HAND_BONES, HAND_INK)
}
