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
/** Fast hands blur, and a blurred hand is seen closed now and then. */
const OPEN_SHARE = 0.7

/** The shortest straight stroke that ends now and is long enough, if there is one. `trail` is oldest first. */
export function findStroke(trail: readonly TrailPoint[], limits: StrokeLimits): Stroke | undefined {
  const end = trail.at(-1)
  if (end === undefined) return undefined
  let path = 0
  let open = end.isOpen ? 1 : 0
  for (let index = trail.length - 2; index >= 0; index -= 1) {
    const [start, after] = [trail[index], trail[index + 1]]
    if (!start || !after || end.atMs - start.atMs > limits.maxDurationMs) return undefined
    path += Math.hypot(after.at.x - start.at.x, after.at.y - start.at.y)
    if (start.isOpen) open += 1
    const isOpen = !limits.needsOpenHand || open >= (trail.length - index) * OPEN_SHARE
    const stroke = strokeBetween(start, end, path, limits)
    if (stroke !== undefined && isOpen) return stroke
  }
  return undefined
}

function strokeBetween(
  start: TrailPoint,
  end: TrailPoint,
  path: number,
  limits: StrokeLimits,
): Stroke | undefined {
  const right = end.at.x - start.at.x
  const down = end.at.y - start.at.y
  const isLevel = Math.abs(right) > Math.abs(down)
  const along = Math.max(Math.abs(right), Math.abs(down))
  const across = Math.min(Math.abs(right), Math.abs(down))
  const needed = limits.minPalmWidths * Math.max(start.palmWidth, end.palmWidth)
  const isStraight = across <= along * SIDEWAYS_RATIO && path <= along * DETOUR_RATIO
  if (along < needed || !isStraight) return undefined
  const direction = isLevel ? (right > 0 ? 'right' : 'left') : down > 0 ? 'down' : 'up'
  return { direction, from: start.at, score: along / needed / 2 }
}
