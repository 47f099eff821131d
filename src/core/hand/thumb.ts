import type { WorldPoint } from '../geometry/point.ts'
import { angleBetweenRad, distance, subtract } from '../geometry/vector.ts'
import { FINGER_CHAINS, THUMB, WRIST } from './landmark.ts'

/** A thumb moves in more ways than a finger bends, so it gets three measures. */
export interface ThumbFeatures {
  /** Turn at its two outer joints together, 0 straight. */
  readonly bendRad: number
  /** Angle between the thumb's outer bones and the index finger's palm bone: small when the thumb lies along the palm. */
  readonly spreadRad: number
  /** Distance of the tip from the little finger's knuckle, in palm lengths: small when the thumb lies across the palm. */
  readonly reachRatio: number
  /** Distance of the tip from the index finger's knuckle, in palm lengths. */
  readonly gapRatio: number
}

const NOWHERE: ThumbFeatures = { bendRad: 0, spreadRad: 0, reachRatio: 0, gapRatio: 0 }

export function thumbFeatures(world: readonly WorldPoint[], palmLengthM: number): ThumbFeatures {
  const wrist = world[WRIST]
  const [base, middle, end, tip] = [
    world[THUMB.base],
    world[THUMB.middle],
    world[THUMB.end],
    world[THUMB.tip],
  ]
  const index = world[FINGER_CHAINS.index.base]
  const little = world[FINGER_CHAINS.little.base]
  if (!wrist || !base || !middle || !end || !tip || !index || !little) return NOWHERE
  const first = subtract(middle, base)
  const second = subtract(end, middle)
  const third = subtract(tip, end)
  return {
    bendRad: angleBetweenRad(first, second) + angleBetweenRad(second, third),
    spreadRad: angleBetweenRad(subtract(tip, middle), subtract(index, wrist)),
    reachRatio: distance(tip, little) / palmLengthM,
    gapRatio: distance(tip, index) / palmLengthM,
  }
}
