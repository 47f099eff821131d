import type { ScreenPoint } from '../geometry/point.ts'
import type { MouseButton } from './action.ts'
import { DONE } from './action-moment.ts'
import type { ActionMoment, RunStep } from './action-moment.ts'
import type { Effect } from './effect.ts'

/**
 * A button worked by a gesture. The cases:
 *
 * | phase    | what happens                                      | then                                         |
 * | –        | the gesture begins, nothing points                | –: nothing, ever                             |
 * | –        | the gesture begins                                | pending: at the press point, cursor held     |
 * | pending  | the gesture ends                                  | –: one click at the press point              |
 * | pending  | the gesture is cancelled (hand lost ...)          | –: nothing was sent, nothing is              |
 * | pending  | dragDelayMs pass, or the hand goes dragDistancePx | dragging: press at the press point           |
 * | dragging | the gesture ends                                  | –: release; with dragLock, on the next press |
 * | dragging | the gesture is cancelled                          | –: release                                   |
 */
export interface ButtonRun {
  readonly kind: 'button'
  readonly phase: 'pending' | 'dragging'
  readonly button: MouseButton
  readonly pressAt: ScreenPoint
  readonly sinceMs: number
  readonly travelledAtStart: ScreenPoint
  readonly locks: boolean
}

/** A second press this soon and this near means the same thing: it goes to the same pixel, so that it is a double click. */
const DOUBLE_MS = 500
const DOUBLE_PX = 60

export function startButton(button: MouseButton, moment: ActionMoment): RunStep<ButtonRun> {
  const { pressAt, travelled, atMs, settings } = moment
  if (pressAt === undefined || travelled === undefined) return DONE
  const run: ButtonRun = {
    kind: 'button',
    phase: 'pending',
    button,
    pressAt: placeOfDoubleClick(pressAt, moment),
    sinceMs: atMs,
    travelledAtStart: travelled,
    locks: settings.dragLock,
  }
  return { run, effects: [] }
}

function placeOfDoubleClick(pressAt: ScreenPoint, { lastClick, atMs }: ActionMoment): ScreenPoint {
  if (lastClick === undefined || atMs - lastClick.atMs > DOUBLE_MS) return pressAt
  const { at } = lastClick
  return Math.hypot(at.x - pressAt.x, at.y - pressAt.y) <= DOUBLE_PX ? at : pressAt
}

export function stepButton(run: ButtonRun, moment: ActionMoment): RunStep<ButtonRun> {
  if (run.phase === 'dragging' || !isDrag(run, moment)) return { run, effects: [] }
  const press: Effect = { kind: 'pointer.press', button: run.button, at: run.pressAt }
  return { run: { ...run, phase: 'dragging' }, effects: [press] }
}

function isDrag(run: ButtonRun, { atMs, travelled, settings }: ActionMoment): boolean {
  if (atMs - run.sinceMs >= settings.dragDelayMs) return true
  if (travelled === undefined) return false
  const { x, y } = run.travelledAtStart
  return Math.hypot(travelled.x - x, travelled.y - y) > settings.dragDistancePx
}

export function endButton(run: ButtonRun, how: 'ended' | 'cancelled'): readonly Effect[] {
  if (run.phase === 'dragging') return [{ kind: 'pointer.release', button: run.button }]
  if (how === 'cancelled') return []
  return [{ kind: 'pointer.click', button: run.button, count: 1, at: run.pressAt }]
}
