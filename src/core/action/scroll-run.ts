import type { PlanePoint } from '../geometry/plane.ts'
import type { ScreenPoint } from '../geometry/point.ts'
import { clamp } from '../geometry/vector.ts'
import { DONE } from './action-moment.ts'
import type { ActionMoment, RunStep } from './action-moment.ts'

/**
 * Scrolling under way: the cursor stays, the page follows the hand like paper under a finger. The cases:
 *
 * | phase    | what happens                          | then                          |
 * | held     | the hand moves                        | held: the page moves with it  |
 * | held     | let go of in movement, with inertia   | coasting: at the speed it had |
 * | held     | let go of at rest, or without inertia | over                          |
 * | coasting | time passes                           | coasting: slower and slower   |
 * | coasting | it is slower than REST_NOTCHES_PER_S  | over                          |
 */
export interface ScrollRun {
  readonly kind: 'scroll'
  readonly phase: 'held' | 'coasting'
  /** Notches per palm length; negative turns the direction round. */
  readonly gain: number
  readonly at: ScreenPoint | undefined
  readonly hand: PlanePoint | undefined
  /** Notches not yet whole; going back costs a whole notch again, so trembling on the edge of one does nothing. */
  readonly rest: Notches
  /** Per second. */
  readonly speed: Notches
  readonly seenAtMs: number
  readonly coasts: boolean
}

interface Notches {
  readonly right: number
  readonly down: number
}

/** A hand that stops before it lets go means the page to stop: speed is that of the last moments. */
const SPEED_TIME_CONSTANT_MS = 60
/** Coasting loses a factor e of its speed in this time; what touch screens have. */
const COAST_TIME_CONSTANT_MS = 325
/** In notches per second: slower pages stop, and no page goes faster. */
const REST_NOTCHES_PER_S = 4
const FASTEST_NOTCHES_PER_S = 80
const NOTHING: Notches = { right: 0, down: 0 }

export function startScroll(
  gain: number,
  { pressAt, hand, atMs, settings }: ActionMoment,
): RunStep<ScrollRun> {
  const run: ScrollRun = {
    kind: 'scroll',
    phase: 'held',
    gain,
    at: pressAt,
    hand: hand?.at,
    rest: NOTHING,
    speed: NOTHING,
    seenAtMs: atMs,
    coasts: settings.scrollInertia,
  }
  return { run, effects: [] }
}

export function stepScroll(run: ScrollRun, moment: ActionMoment): RunStep<ScrollRun> {
  return run.phase === 'coasting' ? scrollOn(run, moment.atMs) : scrollWithHand(run, moment)
}

/** Whether the page goes on when the hand lets go of it now. */
export const isCoasting = ({ coasts, speed }: ScrollRun): boolean =>
  coasts && Math.hypot(speed.right, speed.down) >= REST_NOTCHES_PER_S

export const startCoasting = (run: ScrollRun): ScrollRun => ({ ...run, phase: 'coasting' })

/** A hand that moves up pushes the page up, so that what is below comes into view: down, for the system. */
function scrollWithHand(run: ScrollRun, { hand, atMs }: ActionMoment): RunStep<ScrollRun> {
  if (hand === undefined) return { run, effects: [] }
  const from = run.hand ?? hand.at
  const notchesPerUnit = run.gain / hand.palmLength
  const moved = {
    right: (from.x - hand.at.x) * notchesPerUnit,
    down: (from.y - hand.at.y) * notchesPerUnit,
  }
  const speed = speedAfter(run, moved, atMs)
  return scrolledBy({ ...run, hand: hand.at, speed, seenAtMs: atMs }, moved)
}

function scrollOn(run: ScrollRun, atMs: number): RunStep<ScrollRun> {
  const { speed } = run
  if (Math.hypot(speed.right, speed.down) < REST_NOTCHES_PER_S) return DONE
  const sinceMs = Math.max(atMs - run.seenAtMs, 0)
  const kept = Math.exp(-sinceMs / COAST_TIME_CONSTANT_MS)
  const moved = scaledNotches(speed, sinceMs / 1000)
  return scrolledBy({ ...run, speed: scaledNotches(speed, kept), seenAtMs: atMs }, moved)
}

function scrolledBy(run: ScrollRun, moved: Notches): RunStep<ScrollRun> {
  const right = run.rest.right + moved.right
  const down = run.rest.down + moved.down
  const rightNotches = wholeNotchesOf(right)
  const downNotches = wholeNotchesOf(down)
  const next = { ...run, rest: { right: right - rightNotches, down: down - downNotches } }
  if (rightNotches === 0 && downNotches === 0) return { run: next, effects: [] }
  return { run: next, effects: [{ kind: 'pointer.scroll', rightNotches, downNotches }] }
}

function speedAfter({ speed, seenAtMs }: ScrollRun, moved: Notches, atMs: number): Notches {
  const sinceMs = atMs - seenAtMs
  if (sinceMs <= 0) return speed
  const blend = 1 - Math.exp(-sinceMs / SPEED_TIME_CONSTANT_MS)
  const blendedSpeed = (before: number, now: number): number =>
    clamp(
      before + ((now / sinceMs) * 1000 - before) * blend,
      -FASTEST_NOTCHES_PER_S,
      FASTEST_NOTCHES_PER_S,
    )
  return {
    right: blendedSpeed(speed.right, moved.right),
    down: blendedSpeed(speed.down, moved.down),
  }
}

const scaledNotches = ({ right, down }: Notches, by: number): Notches => ({
  right: right * by,
  down: down * by,
})

/** Towards zero, and never minus zero. */
const wholeNotchesOf = (notches: number): number => Math.trunc(notches) + 0
