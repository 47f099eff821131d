import type { ScreenPoint } from '../geometry/point.ts'
import type { Action } from './action.ts'
import { DONE } from './action-moment.ts'
import type { ActionMoment, DoneRun, RunStep } from './action-moment.ts'
import { startAxis, stepAxis } from './axis-run.ts'
import type { AxisRun } from './axis-run.ts'
import { endButton, startButton, stepButton } from './button-run.ts'
import type { ButtonRun } from './button-run.ts'
import type { Effect } from './effect.ts'
import { isCoasting, startCoasting, startScroll, stepScroll } from './scroll-run.ts'
import type { ScrollRun } from './scroll-run.ts'

/** An action under way. */
export type ActionRun =
  | DoneRun
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | ButtonRun
  | ScrollRun
  | AxisRun

export type ActionStep = RunStep<ActionRun>

export function startAction(action: Action, moment: ActionMoment): ActionStep {
  if (action.kind === 'pointer.button') return startButton(action.button, moment)
  if (action.kind === 'pointer.scroll') return startScroll(action.gain, moment)
  if (action.kind === 'axis') return startAxis(action, moment)
  if (action.kind === 'key.hold') {
    const { keys } = action
    return { run: { kind: 'keys', keys }, effects: [{ kind: 'key.press', keys }] }
  }
  if (action.kind === 'pointer.click') {
    const { pressAt } = moment
    return pressAt === undefined ? DONE : doneWithEffect({ ...action, at: pressAt })
  }
  return doneWithEffect(action)
}

const doneWithEffect = (effect: Effect): ActionStep => ({
  run: { kind: 'done' },
  effects: [effect],
})

export function stepAction(run: ActionRun, moment: ActionMoment): ActionStep {
  switch (run.kind) {
    case 'button':
      return stepButton(run, moment)
    case 'scroll':
      return stepScroll(run, moment)
    case 'axis':
      return stepAxis(run, moment)
    case 'keys':
    case 'done':
      return { run, effects: [] }
  }
}

/** Lets go of what is held; a press that was still pending clicks when it `ended` and comes to nothing when `cancelled`. */
export function endAction(run: ActionRun, how: 'ended' | 'cancelled'): readonly Effect[] {
  switch (run.kind) {
    case 'button':
      return endButton(run, how)
    case 'keys':
      return [{ kind: 'key.release', keys: run.keys }]
    case 'scroll':
    case 'axis':
    case 'done':
      return []
  }
}

/** Where the cursor has to wait for this action, if anywhere. */
export function cursorHeldAt(run: ActionRun): ScreenPoint | undefined {
  switch (run.kind) {
    case 'button':
      return run.phase === 'pending' ? run.pressAt : undefined
    case 'scroll':
      return run.phase === 'held' ? run.at : undefined
    case 'axis':
      return run.at
    case 'keys':
    case 'done':
      return undefined
  }
}

/** What goes on when the gesture that started it ends: a drag that locks, until the next press, and a page in movement. */
export function runThatOutlastsGesture(run: ActionRun): ButtonRun | ScrollRun | undefined {
  if (run.kind === 'button' && run.locks && run.phase === 'dragging') return run
  return run.kind === 'scroll' && isCoasting(run) ? startCoasting(run) : undefined
}

/** Whether a button or key is down because of this action. */
export const isHoldingDown = (run: ActionRun): boolean =>
  run.kind === 'keys' || (run.kind === 'button' && run.phase === 'dragging')
