import type { ActionMoment } from '../action/action-moment.ts'
import type { ActionRun, ActionStep } from '../action/action-run.ts'
import {
  endAction,
  isHoldingDown,
  outlasting,
  startAction,
  stepAction,
} from '../action/action-run.ts'
import type { Effect } from '../action/effect.ts'
import { planeDistance } from '../geometry/plane.ts'
import type { PlanePoint } from '../geometry/plane.ts'
import type { GestureEvent, GestureHand } from '../gesture/gesture-event.ts'
import type { CompanyVerdict } from './conditions.ts'
import type { Binding } from './project.ts'

/**
 * One binding, from its gesture to its action. The cases:
 *
 * | phase   | mode   | what happens                        | then                                        |
 * | idle    | any    | the gesture begins                  | waiting                                     |
 * | waiting | any    | it lasts dwellMs, the hand still, and was sure enough once | running: the action starts |
 * | waiting | any    | a companion is missing, or a binding that asks for more has all | waiting, or nothing till the end |
 * | waiting | any    | the hand moves                      | waiting from now on                         |
 * | waiting | any    | it ends or is cancelled             | idle                                        |
 * | waiting | any    | all is as it must be, but it acts when its gesture has `ended` | armed            |
 * | armed   | any    | it is cancelled                     | idle                                        |
 * | armed   | any    | it ends                             | released, and in the same frame:            |
 * | released | any   | at once                             | the action starts and ends, idle            |
 * | released | toggle | at once                            | latched: the action goes on; or what is latched ends |
 * | running | once   | at once                             | the action ends, then nothing till the end  |
 * | running | repeat | every repeatMs                      | the action starts and ends again            |
 * | running | hold   | it ends or is cancelled             | the action ends or is cancelled, idle       |
 * | running | toggle | it ends                             | latched: the action goes on                 |
 * | running | any    | it ends, but a drag locks or a page coasts | latched: the action goes on          |
 * | latched | any    | the action is over by itself        | idle                                        |
 * | latched | any    | the gesture begins on a page that coasts | waiting: the page is caught             |
 * | latched | any    | the gesture begins and lasts dwellMs | the action ends, then nothing till the end |
 * | any     | any    | cancelled from outside              | the action is cancelled, idle               |
 *
 * `once` lets a continuous action (a button, a key held) run until the gesture ends too: otherwise a button could not be
 * bound to it.
 */
export type BindingRun =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'waiting' | 'armed' | 'released'
      readonly hand: GestureHand
      readonly gestureBeganAtMs: number
      /** Since when it has lasted in one place. */
      readonly beganAtMs: number
      readonly restedAt: PlanePoint | undefined
      /** The highest so far. */
      readonly score: number
      readonly latched: ActionRun | undefined
    }
  | {
      readonly phase: 'running'
      readonly hand: GestureHand
      readonly nextAtMs: number
      readonly run: ActionRun
    }
  | { readonly phase: 'latched'; readonly hand: GestureHand; readonly run: ActionRun }

/** Its gesture is shown, and it has not acted. */
export type WaitingRun = BindingRun & { phase: 'waiting' | 'armed' | 'released' }

export interface BindingStep {
  readonly run: BindingRun
  readonly effects: readonly Effect[]
}

/**
 * A hand that waits for its dwell stays within this: fists that sign, and hands on their way, show a thumb for a while too. Tuned
 * on the negative clips with evals/false-activations.ts.
 */
const STILL_PALMS = 0.25

export const IDLE_BINDING: BindingRun = { phase: 'idle' }

export function bindingOnEvent(
  run: BindingRun,
  { trigger }: Binding,
  { phase, hand, atMs, score }: GestureEvent,
): BindingStep {
  switch (phase) {
    case 'began':
      if (run.phase === 'latched' && run.run.kind !== 'scroll') {
        return quiet({
          phase: 'waiting',
          hand,
          gestureBeganAtMs: atMs,
          beganAtMs: atMs,
          restedAt: undefined,
          score,
          latched: run.run,
        })
      }
      // A page that coasts is caught by the next hand on it.
      return run.phase === 'idle' || run.phase === 'latched'
        ? quiet({
            phase: 'waiting',
            hand,
            gestureBeganAtMs: atMs,
            beganAtMs: atMs,
            restedAt: undefined,
            score,
            latched: undefined,
          })
        : quiet(run)
    case 'changed':
      return quiet(
        run.phase === 'waiting' && score > run.score && run.hand === hand ? { ...run, score } : run,
      )
    case 'ended':
    case 'cancelled':
      return onEnd(run, trigger.mode, hand, phase)
  }
}

function onEnd(
  run: BindingRun,
  mode: Binding['trigger']['mode'],
  hand: GestureHand,
  how: 'ended' | 'cancelled',
): BindingStep {
  if (run.phase === 'idle' || run.phase === 'latched' || run.hand !== hand) return quiet(run)
  if (run.phase === 'armed' && how === 'ended') return quiet({ ...run, phase: 'released' })
  if (run.phase !== 'running') {
    if (run.latched === undefined) return quiet(IDLE_BINDING)
    return quiet({ phase: 'latched', hand, run: run.latched })
  }
  const outlasts = mode === 'toggle' && run.run.kind !== 'done' ? run.run : outlasting(run.run)
  if (how === 'ended' && outlasts !== undefined) {
    return quiet({ phase: 'latched', hand, run: outlasts })
  }
  return { run: IDLE_BINDING, effects: endAction(run.run, how) }
}

/** Once per frame, after its events. `verdict` says of a waiting one whether what else it needs is there. */
export function stepBinding(
  run: BindingRun,
  binding: Binding,
  moment: ActionMoment,
  verdict: CompanyVerdict,
): BindingStep {
  const { trigger } = binding
  switch (run.phase) {
    case 'idle':
      return quiet(run)
    case 'waiting':
      if (verdict === 'never') return quiet(spent(run.hand))
      if (hasMoved(run.restedAt, moment)) {
        return quiet({ ...run, beganAtMs: moment.atMs, restedAt: moment.hand?.at })
      }
      if (verdict === 'not-yet' || !isMeant(run, trigger, moment.atMs)) {
        return quiet(run.restedAt === undefined ? { ...run, restedAt: moment.hand?.at } : run)
      }
      if (trigger.phase === 'ended') return quiet({ ...run, phase: 'armed' })
      return run.latched === undefined ? fire(run.hand, binding, moment) : unlatch(run, run.latched)
    case 'armed':
      return quiet(run)
    case 'released':
      return letGo(run, binding, moment)
    case 'latched': {
      const step = goOn(run, stepAction(run.run, moment))
      const isOver = step.run.phase === 'latched' && step.run.run.kind === 'done'
      return isOver ? { ...step, run: IDLE_BINDING } : step
    }
    case 'running':
      if (trigger.mode === 'repeat' && moment.atMs >= run.nextAtMs) {
        const again = fire(run.hand, binding, moment)
        return { run: again.run, effects: [...endAction(run.run, 'ended'), ...again.effects] }
      }
      return goOn(run, stepAction(run.run, moment))
  }
}

/** Everything is let go of, whatever the phase. */
export const cancelBinding = (run: BindingRun): readonly Effect[] => {
  const action = actionOf(run)
  return action === undefined ? [] : endAction(action, 'cancelled')
}

/** The action under way, if there is one. */
export function actionOf(run: BindingRun): ActionRun | undefined {
  switch (run.phase) {
    case 'idle':
      return undefined
    case 'waiting':
    case 'armed':
    case 'released':
      return run.latched
    case 'running':
    case 'latched':
      return run.run
  }
}

export const holdsDown = (run: BindingRun): boolean => {
  const action = actionOf(run)
  return action !== undefined && isHoldingDown(action)
}

/** Letting go of what goes on asks for no more than the dwell: it harms nobody. */
function isMeant(
  { beganAtMs, score, latched }: WaitingRun,
  { dwellMs, minScore }: Binding['trigger'],
  atMs: number,
): boolean {
  return atMs - beganAtMs >= dwellMs && (latched !== undefined || score >= minScore)
}

function hasMoved(from: PlanePoint | undefined, { hand }: ActionMoment): boolean {
  if (from === undefined || hand === undefined) return false
  return planeDistance(from, hand.at) > STILL_PALMS * hand.palmLength
}

function fire(hand: GestureHand, { action, trigger }: Binding, moment: ActionMoment): BindingStep {
  const { run, effects } = startAction(action, moment)
  const nextAtMs = moment.atMs + Math.max(trigger.repeatMs, 1)
  return { run: { phase: 'running', hand, nextAtMs, run }, effects }
}

/** Its gesture is over: what goes on by itself goes on, everything else is done with. */
function letGo(run: WaitingRun, binding: Binding, moment: ActionMoment): BindingStep {
  const { hand, latched } = run
  if (latched !== undefined) return { run: IDLE_BINDING, effects: endAction(latched, 'ended') }
  const { run: action, effects } = startAction(binding.action, moment)
  if (binding.trigger.mode === 'toggle' && action.kind !== 'done') {
    return { run: { phase: 'latched', hand, run: action }, effects }
  }
  return { run: IDLE_BINDING, effects: [...effects, ...endAction(action, 'ended')] }
}

function unlatch({ hand }: WaitingRun, latched: ActionRun): BindingStep {
  return { run: spent(hand), effects: endAction(latched, 'ended') }
}

/** Nothing more in this life of the gesture. */
const spent = (hand: GestureHand): BindingRun => ({
  phase: 'running',
  hand,
  nextAtMs: Infinity,
  run: { kind: 'done' },
})

const goOn = (
  run: BindingRun & { phase: 'running' | 'latched' },
  { run: action, effects }: ActionStep,
): BindingStep => ({ run: action === run.run ? run : { ...run, run: action }, effects })

const quiet = (run: BindingRun): BindingStep => ({ run, effects: [] })
