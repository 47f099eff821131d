import type { ScreenPoint } from '../geometry/point.ts'
import type { GestureId } from '../gesture/gesture-event.ts'
import { clamp } from '../geometry/vector.ts'
import type { Effect } from './effect.ts'
import type { DwellSettings } from '../pointer/pointer-settings.ts'

/**
 * Clicking by keeping the cursor still. The cases:
 *
 * | phase  | the cursor                          | then                                  |
 * | moving | leaves the circle                   | moving: the circle is about it now    |
 * | moving | stays in it for lockOnMs            | locked                                |
 * | locked | leaves the circle                   | moving                                |
 * | locked | stays in it for dwellMs             | spent: the click, where the cursor is |
 * | spent  | leaves the circle                   | moving                                |
 * | any    | rests, or is held by something else | moving: the time starts over          |
 * | any    | its hand is gone                    | moving: a drag is let go of           |
 *
 * With `drag` one dwell presses and the next lets go.
 */
export interface DwellClick {
  readonly phase: 'moving' | 'locked' | 'spent'
  readonly about: ScreenPoint | undefined
  readonly sinceMs: number
  readonly isDragging: boolean
}

/** A click by keeping still, where gestures are counted: it is none, and has a name like one. */
export const DWELL_CLICK: GestureId = 'dwell.click'
/** Why it happened. */
export const DWELL_CAUSE = 'dwell'

export const NO_DWELL: DwellClick = {
  phase: 'moving',
  about: undefined,
  sinceMs: 0,
  isDragging: false,
}

export interface DwellInput {
  readonly atMs: number
  /** Undefined while nothing points or something holds the cursor. */
  readonly cursor: ScreenPoint | undefined
  /** The pointing hand has been away too long for anything to stay held. */
  readonly isGone: boolean
  readonly settings: DwellSettings
}

export interface DwellStep {
  readonly dwell: DwellClick
  readonly effects: readonly Effect[]
}

export function stepDwell(dwell: DwellClick, input: DwellInput): DwellStep {
  const { atMs, cursor, isGone, settings } = input
  if (isGone) return { dwell: NO_DWELL, effects: endDwell(dwell) }
  if (cursor === undefined) {
    return { dwell: { ...dwell, phase: 'moving', about: undefined, sinceMs: atMs }, effects: [] }
  }
  if (hasLeft(dwell.about, cursor, settings.radiusPx)) {
    return { dwell: { ...dwell, phase: 'moving', about: cursor, sinceMs: atMs }, effects: [] }
  }
  const lastedMs = atMs - dwell.sinceMs
  switch (dwell.phase) {
    case 'moving': {
      if (lastedMs < settings.lockOnMs) return { dwell, effects: [] }
      return { dwell: { ...dwell, phase: 'locked', about: cursor, sinceMs: atMs }, effects: [] }
    }
    case 'locked':
      return lastedMs < settings.dwellMs
        ? { dwell, effects: [] }
        : clickNow(dwell, cursor, settings)
    case 'spent':
      return { dwell, effects: [] }
  }
}

/** How full the ring is, 0..1. */
export const dwellClickRatio = (
  { phase, sinceMs }: DwellClick,
  { dwellMs }: DwellSettings,
  atMs: number,
): number => (phase === 'locked' && dwellMs > 0 ? clamp((atMs - sinceMs) / dwellMs, 0, 1) : 0)

/** Lets go of a drag. */
export const endDwell = ({ isDragging }: DwellClick): readonly Effect[] =>
  isDragging ? [{ kind: 'pointer.release', button: 'left' }] : []

function hasLeft(about: ScreenPoint | undefined, { x, y }: ScreenPoint, radiusPx: number): boolean {
  return about === undefined || Math.hypot(x - about.x, y - about.y) > radiusPx
}

function clickNow(dwell: DwellClick, at: ScreenPoint, { click }: DwellSettings): DwellStep {
  const spent: DwellClick = { ...dwell, phase: 'spent', about: at }
  switch (click) {
    case 'left':
    case 'right':
    case 'middle':
      return {
        dwell: spent,
        effects: [{ kind: 'pointer.click', button: click, count: 1, at }],
      }
    case 'double':
      return {
        dwell: spent,
        effects: [{ kind: 'pointer.click', button: 'left', count: 2, at }],
      }
    case 'drag':
      return dwell.isDragging
        ? { dwell: { ...spent, isDragging: false }, effects: endDwell(dwell) }
        : {
            dwell: { ...spent, isDragging: true },
            effects: [{ kind: 'pointer.press', button: 'left', at }],
          }
  }
}
