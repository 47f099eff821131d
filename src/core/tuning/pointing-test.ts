import type { ScreenPoint } from '../geometry/point.ts'
import { mean, standardDeviation } from './statistics.ts'

/** ISO 9241-411, multi-directional tapping: targets on a circle, across and across. Any unit of length, always the same. */
export interface PointingCondition {
  /** Diameter of the circle. */
  readonly distancePx: number
  readonly widthPx: number
}

/** One way from target to target. */
export interface PointingTrial {
  readonly movementMs: number
  /** How far the click overshot the target's centre along the way to it. */
  readonly alongPx: number
  readonly isHit: boolean
  /** How often the pointer came into the target again after it had left it. */
  readonly reentries: number
}

export interface PointingTestFigures {
  /** Bits per second, by the effective width and distance. */
  readonly throughputBitsPerS: number
  /** Effective index of difficulty. */
  readonly difficultyBits: number
  /** 4.133 standard deviations of where the clicks landed along the way: 96 % of them lie within. */
  readonly effectiveWidthPx: number
  readonly errorRatio: number
  readonly movementMs: number
  readonly reentries: number
  readonly trials: number
}

export const TAPPING_TARGETS = 13
const WIDTHS_PER_SD = 4.133
/** Clicks on the very same spot each time would be infinitely precise: half a pixel is what can be told. */
const LEAST_SD_PX = 0.5

/** In the order in which they are tapped: across the circle and one further each time, as the standard draws it. */
export function pointingTargets(
  { distancePx }: PointingCondition,
  centre: ScreenPoint,
): readonly ScreenPoint[] {
  return Array.from({ length: TAPPING_TARGETS }, (_, index) => {
    const turn = Math.floor(index / 2) + (index % 2 === 0 ? 0 : (TAPPING_TARGETS + 1) / 2)
    const angle = (2 * Math.PI * turn) / TAPPING_TARGETS
    return {
      x: centre.x + (distancePx / 2) * Math.sin(angle),
      y: centre.y - (distancePx / 2) * Math.cos(angle),
    }
  })
}

/** Watches one way to a target. */
export interface PointingWatch {
  readonly startMs: number
  /** Call with every place of the pointer. */
  addPointer(pointer: ScreenPoint): void
  /** Without a place: the target was never clicked, an error far off. */
  end(clickedAt: ScreenPoint | undefined, nowMs: number): PointingTrial
}

const NEVER_CLICKED_WIDTHS = 10

export function watchPointing(
  from: ScreenPoint | undefined,
  target: ScreenPoint,
  widthPx: number,
  startMs: number,
): PointingWatch {
  let entries = 0
  let wasInside = false
  return {
    startMs,
    addPointer(pointer) {
      const isInside = Math.hypot(pointer.x - target.x, pointer.y - target.y) <= widthPx / 2
      if (isInside && !wasInside) entries += 1
      wasInside = isInside
    },
    end(clickedAt, nowMs) {
      const off = clickedAt ?? { x: target.x, y: target.y - NEVER_CLICKED_WIDTHS * widthPx }
      const way = { x: target.x - (from?.x ?? 0), y: target.y - (from?.y ?? 0) }
      const size = Math.hypot(way.x, way.y) || 1
      const missed = { x: off.x - target.x, y: off.y - target.y }
      return {
        movementMs: nowMs - startMs,
        alongPx: (missed.x * way.x + missed.y * way.y) / size,
        isHit: clickedAt !== undefined && Math.hypot(missed.x, missed.y) <= widthPx / 2,
        reentries: Math.max(entries - 1, 0),
      }
    },
  }
}

/** Effective width and distance, as ISO 9241-411 has them. Throws for no trials: there is nothing to tell of them. */
export function pointingTestSummary(
  trials: readonly PointingTrial[],
  { distancePx }: PointingCondition,
): PointingTestFigures {
  if (trials.length === 0) throw new Error('pointingTestFigures: expected trials, got none')
  const along = trials.map(({ alongPx }) => alongPx)
  const effectiveWidthPx = WIDTHS_PER_SD * Math.max(standardDeviation(along), LEAST_SD_PX)
  const effectiveDistancePx = Math.max(distancePx + mean(along), 0)
  const difficultyBits = Math.log2(effectiveDistancePx / effectiveWidthPx + 1)
  const movementMs = mean(trials.map((trial) => trial.movementMs))
  return {
    throughputBitsPerS: (difficultyBits / movementMs) * 1000,
    difficultyBits,
    effectiveWidthPx,
    errorRatio: mean(trials.map(({ isHit }) => (isHit ? 0 : 1))),
    movementMs,
    reentries: mean(trials.map(({ reentries }) => reentries)),
    trials: trials.length,
  }
}
