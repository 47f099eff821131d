import { angleBetweenRad, clamp, subtract } from '../geometry/vector.ts'
import type { WorldPoint } from '../geometry/point.ts'
import { FINGER_CHAINS, WRIST } from './landmark.ts'
import type { Finger } from './landmark.ts'

/** The three joints of a bent finger together turn by about this much; a fist reaches it. */
const FULL_BEND_RAD = (230 * Math.PI) / 180

/**
 * How far a finger is bent, 0 straight .. 1 curled into the palm: the sum of the turns at its three joints. Angles between
 * bones in space, so turning, mirroring or scaling the hand changes nothing.
 */
export function fingerCurlRatio(world: readonly WorldPoint[], finger: Finger): number {
  return clamp(fingerBendRad(world, finger) / FULL_BEND_RAD, 0, 1)
}

function fingerBendRad(world: readonly WorldPoint[], finger: Finger): number {
  const { base, middle, end, tip } = FINGER_CHAINS[finger]
  const [wrist, a, b, c, d] = [world[WRIST], world[base], world[middle], world[end], world[tip]]
  if (!wrist || !a || !b || !c || !d) return 0
  const palm = subtract(a, wrist)
  const first = subtract(b, a)
  const second = subtract(c, b)
  const third = subtract(d, c)
  return (
    angleBetweenRad(palm, first) + angleBetweenRad(first, second) + angleBetweenRad(second, third)
  )
}
