import type { ScreenPoint } from '../geometry/point.ts'
import { rampRatio } from '../geometry/vector.ts'
import { toWholePixel } from './cursor.ts'

/** The cursor on its way from one detection's point to the next one's, on any clock that never goes back. */
export interface Interpolation {
  readonly from: ScreenPoint
  readonly to: ScreenPoint
  readonly startMs: number
  readonly endMs: number
}

/** Turns towards a new point from wherever the glide is now; arrives `tookMs` later (0 or less: at once). */
export function interpolateTo(
  before: Interpolation | undefined,
  to: ScreenPoint,
  nowMs: number,
  tookMs: number,
): Interpolation {
  const from = before === undefined ? to : interpolatedPoint(before, nowMs)
  return { from, to, startMs: nowMs, endMs: nowMs + Math.max(tookMs, 0) }
}

/** Where the cursor is, in whole pixels: evenly from one point to the other, never past it. */
export function interpolatedPoint(
  { from, to, startMs, endMs }: Interpolation,
  nowMs: number,
): ScreenPoint {
  const ratio = endMs > startMs ? rampRatio(nowMs, startMs, endMs) : 1
  return toWholePixel({ x: from.x + (to.x - from.x) * ratio, y: from.y + (to.y - from.y) * ratio })
}
