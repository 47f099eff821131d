import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import { clampToDesktop } from '../geometry/desktop.ts'
import { rampRatio } from '../geometry/vector.ts'
import type { Aim } from './aim.ts'
import { USUAL_REST_ZONE_PALMS } from './hand-calibration.ts'

/**
 * The cursor follows the aim at a distance that shrinks as the hand moves. The cases:
 *
 * | grip | then                                                                                   |
 * | held at a point | stays there; the distance to the aim is taken up                             |
 * | free | moves as the hand moves; the distance taken up while held is given back with the movement, so nothing jumps |
 */
export interface Cursor {
  readonly at: ScreenPoint
  /** From the aim to the cursor. */
  readonly offset: ScreenPoint
  readonly travelled: ScreenPoint
}

/** Of each pixel that the hand moves, at most this much goes into closing the offset: speed changes by half at most. */
const GIVE_BACK_RATIO = 0.5
/** Offset shrinks by a factor e over this share of a palm length of movement. */
const GIVE_BACK_PALMS = 0.4
/**
 * The dead zone, in palm lengths, of a hand that moves, and the speeds between which that of a hand that rests shrinks to it. Tuned
 * with evals/pointing.ts: a correction by a few pixels reaches 0.2 palm lengths per second.
 */
const MOVE_ZONE_PALMS = 0.002
const REST_PALMS_PER_S = 0.08
const MOVE_PALMS_PER_S = 0.3
/** Towards a press the dead zone of a resting hand grows by this factor. */
const PRESS_ZONE_FACTOR = 1.5

/** The first cursor of a hand: at the aim, or where the cursor was, if it was anywhere. */
export function startCursor(aim: Aim, before: ScreenPoint | undefined): Cursor {
  const at = before ?? aim.at
  return { at, offset: minus(at, aim.at), travelled: aim.travelled }
}

/** Lifted off the trackpad: it stays, and no distance is taken up. */
export const liftCursor = (aim: Aim, at: ScreenPoint): Cursor => ({
  at,
  offset: { x: 0, y: 0 },
  travelled: aim.travelled,
})

export const holdCursor = (aim: Aim, at: ScreenPoint): Cursor => ({
  at,
  offset: minus(at, aim.at),
  travelled: aim.travelled,
})

/** `pressRatio` says how near a press is, 0 (not in sight) to 1 (about to touch). */
export function moveCursor(cursor: Cursor, aim: Aim, desktop: Desktop, pressRatio = 0): Cursor {
  const moved = minus(aim.travelled, cursor.travelled)
  const movedPx = Math.hypot(moved.x, moved.y)
  const deadZonePx = zonePalms(aim, pressRatio) * aim.pxPerPalm
  const offset = shrinkOffset(cursor.offset, movedPx, aim.pxPerPalm)
  const target = { x: aim.at.x + offset.x, y: aim.at.y + offset.y }
  const at = clampToDesktop(pullWithin(cursor.at, target, deadZonePx), desktop)
  return { at, offset, travelled: aim.travelled }
}

function zonePalms({ velocity, restZonePalms }: Aim, pressRatio: number): number {
  const speed = Math.hypot(velocity.x, velocity.y)
  // Trembling is speed too: who trembles more has to move faster to be taken to move.
  const tremble = restZonePalms / USUAL_REST_ZONE_PALMS
  const moving = rampRatio(speed, REST_PALMS_PER_S * tremble, MOVE_PALMS_PER_S * tremble)
  const rest = restZonePalms * (1 + (PRESS_ZONE_FACTOR - 1) * pressRatio)
  return rest + (MOVE_ZONE_PALMS - rest) * moving
}

function shrinkOffset(offset: ScreenPoint, movedPx: number, pxPerPalm: number): ScreenPoint {
  const size = Math.hypot(offset.x, offset.y)
  if (size === 0) return offset
  const wanted = size * (1 - Math.exp(-movedPx / (GIVE_BACK_PALMS * pxPerPalm)))
  const given = Math.min(wanted, movedPx * GIVE_BACK_RATIO)
  const ratio = size - given < 0.5 ? 0 : (size - given) / size
  return { x: offset.x * ratio, y: offset.y * ratio }
}

/** Drags the cursor behind the target on a leash: within its length nothing moves. */
function pullWithin(at: ScreenPoint, target: ScreenPoint, lengthPx: number): ScreenPoint {
  const away = minus(target, at)
  const awayPx = Math.hypot(away.x, away.y)
  if (awayPx <= lengthPx) return at
  const ratio = (awayPx - lengthPx) / awayPx
  return { x: at.x + away.x * ratio, y: at.y + away.y * ratio }
}

const minus = (a: ScreenPoint, b: ScreenPoint): ScreenPoint => ({ x: a.x - b.x, y: a.y - b.y })

export const toWholePixel = ({ x, y }: ScreenPoint): ScreenPoint => ({
  x: Math.round(x),
  y: Math.round(y),
})
