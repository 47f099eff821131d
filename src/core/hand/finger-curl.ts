import type { Vector3 } from '../geometry/vector.ts'
import { angleBetweenRad, clamp } from '../geometry/vector.ts'
import { FINGER_CHAINS, WRIST } from './landmark.ts'
import type { Finger } from './landmark.ts'
import { boneVector } from './solid.ts'

/** The three joints of a bent finger together turn by about this much; a fist reaches it. */
const FULL_BEND_RAD = (230 * Math.PI) / 180

/**
 * How far a finger is bent, 0 straight .. 1 curled into the palm: the sum of the turns at its three joints. Angles between
 * bones in space, so turning, mirroring or scaling the hand changes nothing.
 */
export function fingerBendRatio(points: readonly Vector3[], finger: Finger): number {
  const { base, middle, end, tip } = FINGER_CHAINS[finger]
  const palm = boneVector(points, WRIST, base)
  const first = boneVector(points, base, middle)
  const second = boneVector(points, middle, end)
  const third = boneVector(points, end, tip)
  const bendRad =
    angleBetweenRad(palm, first) + angleBetweenRad(first, second) + angleBetweenRad(second, third)
  return clamp(bendRad / FULL_BEND_RAD, 0, 1)
}
