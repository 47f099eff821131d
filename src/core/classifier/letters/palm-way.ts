import type { PlanePoint } from '../../geometry/plane.ts'
import { planeDistance } from '../../geometry/plane.ts'
import type { SigningPalm } from './signing-palm.ts'

/** Where the palm was of late, oldest first. */
export type PalmWay = readonly { readonly atMs: number; readonly at: PlanePoint }[]

/** A Z takes a second; who draws it slowly is at its last strokes then. */
const WAY_MS = 1100
/**
 * How a palm goes whose finger draws a Z, in palm lengths. Those of msl and of the alphabet clip go across by 0.6 to 2.2, less
 * far down, along a way of 0.9 to 4.6; movements of signed words and of hands at work that the network takes for a Z go
 * down, or nowhere, or leap.
 */
const LEAST_ACROSS = 0.4
const LEAST_ACROSS_TO_DOWN = 0.8
const LONGEST_WAY = 6
/** Across and back: of what it covers across it goes a good part twice. */
const LEAST_WAY_ACROSS = 1.4

/** Trembling and the tracker's noise stay below, in palm lengths; the least that a recorded J of msl moves its palm is 0.3. */
const REST_EXTENT = 0.15

export const withPalm = (way: PalmWay, palm: SigningPalm, atMs: number): PalmWay => [
  ...way.filter((one) => one.atMs > atMs - WAY_MS),
  { atMs, at: palm.centre },
]

/** Whether a hand that went this way may have drawn a Z. */
export function mayHaveDrawnZ(way: PalmWay, { length }: SigningPalm): boolean {
  const across = extentOf(way.map(({ at }) => at.x)) / length
  const down = extentOf(way.map(({ at }) => at.y)) / length
  const gone = way.slice(1).reduce((sum, { at }, before) => {
    const from = way[before]?.at
    return from === undefined ? sum : sum + planeDistance(from, at) / length
  }, 0)
  const goneAcross = way.slice(1).reduce((sum, { at }, before) => {
    return sum + Math.abs(at.x - (way[before]?.at.x ?? at.x)) / length
  }, 0)
  const isAcross = across >= LEAST_ACROSS && across >= LEAST_ACROSS_TO_DOWN * down
  return isAcross && goneAcross >= LEAST_WAY_ACROSS * across && gone <= LONGEST_WAY
}

/** Whether the palm has stayed where it is. */
export const hasRested = (way: PalmWay, { length }: SigningPalm): boolean =>
  Math.max(extentOf(way.map(({ at }) => at.x)), extentOf(way.map(({ at }) => at.y))) <
  REST_EXTENT * length

const extentOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
