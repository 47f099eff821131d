import { median } from '../filter/median.ts'
import type { PlanePoint } from '../geometry/plane.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

export interface TrailPoint {
  readonly atMs: number
  readonly at: PlanePoint
  readonly palmWidth: number
  readonly isOpen: boolean
}

export interface StrokeLimits {
  readonly minPalmWidths: number
  readonly maxDurationMs: number
  readonly needsOpenHand: boolean
}

export interface Stroke {
  readonly direction: Direction
  readonly from: PlanePoint
  /** 0.5 just long enough .. 1 twice as long. */
  readonly score: number
}

/** A stroke may stray sideways by this share of its length, and its path may be this much longer than its chord. */
const SIDEWAYS_RATIO = 0.5
const DETOUR_RATIO = 1.25
/**
 * Fast hands blur: a blurred hand is seen closed now and then, and as half or twice its size. Of the six swipes in
 * swipe_left_right.gif (mirrored too) 0.7 misses two, which are seen in three frames, one of them closed.
 */
const OPEN_SHARE = 0.6
/**
 * Two sightings farther apart than this are no stroke: at five frames a second two arms of a person who does exercises are one
 * hand that swipes (pose_squats.mp4). Blurred swipes at 15 a second have pairs 133 ms apart.
 */
const LONGEST_STEP_MS = 150

/** The shortest straight stroke that ends now and is long enough, if there is one. `trail` is oldest first. */
export function findStroke(trail: readonly TrailPoint[], limits: StrokeLimits): Stroke | undefined {
  const end = trail.at(-1)
  if (end === undefined) return undefined
  let path = 0
  let open = end.isOpen ? 1 : 0
  let shortestStepMs = Infinity
  for (let index = trail.length - 2; index >= 0; index -= 1) {
    const [start, after] = [trail[index], trail[index + 1]]
    if (!start || !after || end.atMs - start.atMs > limits.maxDurationMs) return undefined
    path += Math.hypot(after.at.x - start.at.x, after.at.y - start.at.y)
    shortestStepMs = Math.min(shortestStepMs, after.atMs - start.atMs)
    if (start.isOpen) open += 1
    const isOpen = !limits.needsOpenHand || open >= (trail.length - index) * OPEN_SHARE
    if (!isOpen || shortestStepMs > LONGEST_STEP_MS) continue
    const needed = limits.minPalmWidths * usualWidth(trail.slice(index))
    const stroke = strokeBetween(start, end, path, needed)
    if (stroke !== undefined) return stroke
  }
  return undefined
}

/** The middle one: one blurred frame must not make the hand twice as large. */
const usualWidth = (trail: readonly TrailPoint[]): number =>
  median(trail.map(({ palmWidth }) => palmWidth)) ?? Infinity

function strokeBetween(
  start: TrailPoint,
  end: TrailPoint,
  path: number,
  needed: number,
): Stroke | undefined {
  const right = end.at.x - start.at.x
  const down = end.at.y - start.at.y
  const isLevel = Math.abs(right) > Math.abs(down)
  const along = Math.max(Math.abs(right), Math.abs(down))
  const across = Math.min(Math.abs(right), Math.abs(down))
  const isStraight = across <= along * SIDEWAYS_RATIO && path <= along * DETOUR_RATIO
  if (along < needed || !isStraight) return undefined
  const direction = isLevel ? (right > 0 ? 'right' : 'left') : down > 0 ? 'down' : 'up'
  return { direction, from: start.at, score: along / needed / 2 }
}
