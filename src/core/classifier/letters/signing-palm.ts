import { planeDistance, planeMean } from '../../geometry/plane.ts'
import type { PlanePoint } from '../../geometry/plane.ts'
import { FINGER_CHAINS, WRIST } from '../../hand/landmark.ts'
import { LETTER_POINTS } from './letter-points.ts'

export interface SigningPalm {
  /** In image heights, as is the length. */
  readonly centre: PlanePoint
  readonly length: number
}

const HAND_VALUES = LETTER_POINTS / 2
const { index, middle, ring, little } = FINGER_CHAINS
const PALM = [WRIST, index.base, middle.base, ring.base, little.base]

/** Where the signing hand is: of two the one that is higher up, for the other one rests. Undefined without a hand. */
export function signingPalm(points: Float32Array): SigningPalm | undefined {
  const [higher] = palmsIn(points)
  return higher
}

/** A hand that helps or rests is lower than the one that spells by at least its palm's length. */
const ALIKE_PALMS = 1

/** Letters are signed by one hand: two that are raised alike make a gesture or a word. */
export function areBothRaised(points: Float32Array): boolean {
  const [higher, lower] = palmsIn(points)
  if (higher === undefined || lower === undefined) return false
  return lower.centre.y - higher.centre.y < ALIKE_PALMS * higher.length
}

/** The higher one first. */
const palmsIn = (points: Float32Array): readonly SigningPalm[] =>
  [0, HAND_VALUES]
    .map((from) => points.subarray(from, from + HAND_VALUES))
    .filter((values) => values.some((value) => value !== 0))
    .sort((a, b) => (a[1] ?? 0) - (b[1] ?? 0))
    .flatMap((hand) => palmOf(hand) ?? [])

function palmOf(hand: Float32Array): SigningPalm | undefined {
  const pointOfJoint = (joint: number): PlanePoint => ({
    x: hand[3 * joint] ?? 0,
    y: hand[3 * joint + 1] ?? 0,
  })
  const knuckles = PALM.slice(1).map((joint) =>
    planeDistance(pointOfJoint(WRIST), pointOfJoint(joint)),
  )
  const length = knuckles.reduce((sum, distance) => sum + distance, 0) / knuckles.length
  return length > 0 ? { centre: planeMean(PALM.map(pointOfJoint)), length } : undefined
}
