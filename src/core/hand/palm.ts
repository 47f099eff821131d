import { imageToPlane, planeMean } from '../geometry/plane.ts'
import type { PlanePoint } from '../geometry/plane.ts'
import type { ImagePoint, WorldPoint } from '../geometry/point.ts'
import { clamp, cross, length, subtract } from '../geometry/vector.ts'
import type { Handedness } from './hand-frame.ts'
import { FINGER_CHAINS, WRIST } from './landmark.ts'

export interface PalmInImage {
  /** Mean of wrist and the four knuckles. */
  readonly centre: PlanePoint
  /** The point that points: it lies between wrist and knuckles, so neither a pinch nor a bent finger moves it. */
  readonly anchor: PlanePoint
  /** Turn of the hand in the picture: 0 fingers up, positive clockwise (towards the user's right), -π..π. */
  readonly rollRad: number
}

/** Where the palm is in the picture and how it is turned. */
export function palmInImage(
  landmarks: readonly ImagePoint<'user'>[],
  aspectRatio: number,
): PalmInImage {
  const planePointOf = (index: number): PlanePoint =>
    imageToPlane(landmarks[index] ?? { x: 0, y: 0, z: 0 }, aspectRatio)
  const wrist = planePointOf(WRIST)
  const index = planePointOf(FINGER_CHAINS.index.base)
  const middle = planePointOf(FINGER_CHAINS.middle.base)
  const ring = planePointOf(FINGER_CHAINS.ring.base)
  const little = planePointOf(FINGER_CHAINS.little.base)
  return {
    centre: planeMean([wrist, index, middle, ring, little]),
    anchor: planeMean([wrist, index, middle]),
    rollRad: Math.atan2(middle.x - wrist.x, wrist.y - middle.y),
  }
}

/**
 * How much the palm faces the camera: 1 squarely towards it, 0 edge on, -1 away (the back of the hand is seen). Needs the true
 * handedness: a left palm and the back of a right hand look alike.
 */
export function facingRatio(
  world: readonly WorldPoint<'user', 'hand'>[],
  handedness: Handedness,
): number {
  const wrist = world[WRIST]
  const index = world[FINGER_CHAINS.index.base]
  const little = world[FINGER_CHAINS.little.base]
  if (!wrist || !index || !little) return 0
  const normal = cross(subtract(index, wrist), subtract(little, wrist))
  const size = length(normal)
  if (size === 0) return 0
  const towards = clamp(normal.z / size, -1, 1)
  return handedness === 'right' ? towards : -towards
}
