import { planeDistance } from '../geometry/plane.ts'
import type { PlanePoint } from '../geometry/plane.ts'
import type { HandFeatures } from '../hand/hand-features.ts'

/** Where a palm was of late, oldest first, the present included. Constant in length. */
export type PalmTrail = readonly { readonly at: PlanePoint; readonly atMs: number }[]

export const followTrail = (
  trail: PalmTrail,
  { palmCentre }: HandFeatures,
  atMs: number,
  lengthMs: number,
): PalmTrail => [...trail.filter((seen) => atMs - seen.atMs <= lengthMs), { at: palmCentre, atMs }]

/** The farthest that the palm was from where it is now, in palm lengths. */
export function farthestFromPalm(
  trail: PalmTrail,
  { palmCentre, palmLength }: HandFeatures,
): number {
  let farthest = 0
  for (const { at } of trail) farthest = Math.max(farthest, planeDistance(at, palmCentre))
  return farthest / palmLength
}
