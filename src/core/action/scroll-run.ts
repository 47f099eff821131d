import type { PlanePoint } from '../geometry/plane.ts'
import type { ScreenPoint } from '../geometry/point.ts'
import type { ActionMoment, RunStep } from './action-moment.ts'

/** Scrolling under way: the cursor stays, the page follows the hand like paper under a finger. */
export interface ScrollRun {
  readonly kind: 'scroll'
  /** Notches per palm length; negative turns the direction round. */
  readonly gain: number
  readonly at: ScreenPoint | undefined
  readonly hand: PlanePoint | undefined
  /** Notches not yet whole; going back costs a whole notch again, so trembling on the edge of one does nothing. */
  readonly rest: { readonly right: number; readonly down: number }
}

export function startScroll(gain: number, { pressAt, hand }: ActionMoment): RunStep<ScrollRun> {
  const rest = { right: 0, down: 0 }
  return { run: { kind: 'scroll', gain, at: pressAt, hand: hand?.at, rest }, effects: [] }
}

/** A hand that moves up pushes the page up, so that what is below comes into view: down, for the system. */
export function stepScroll(run: ScrollRun, { hand }: ActionMoment): RunStep<ScrollRun> {
  if (hand === undefined) return { run, effects: [] }
  const from = run.hand ?? hand.at
  const notchesPerUnit = run.gain / hand.palmLength
  const right = run.rest.right - (hand.at.x - from.x) * notchesPerUnit
  const down = run.rest.down - (hand.at.y - from.y) * notchesPerUnit
  const rightNotches = whole(right)
  const downNotches = whole(down)
  const rest = { right: right - rightNotches, down: down - downNotches }
  const next: ScrollRun = { ...run, hand: hand.at, rest }
  if (rightNotches === 0 && downNotches === 0) return { run: next, effects: [] }
  return { run: next, effects: [{ kind: 'pointer.scroll', rightNotches, downNotches }] }
}

/** Towards zero, and never minus zero. */
const whole = (notches: number): number => Math.trunc(notches) + 0
