import type { ActionMoment } from '../action/action-moment.ts'
import type { ActionRun, ActionStep } from '../action/action-run.ts'
import {
  endAction,
  isHoldingDown,
  runThatOutlastsGesture,
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
 * | phase    | mode   | what happens                                                   | then                                                                        |
 * | idle     | any    | the gesture begins                                             | waiting                                                                     |
 * | waiting  | any    | it lasts dwellMs, the hand still, and was sure enough once     | running: the action starts                                                  |
 * | waiting  | any    | a companion is missing                                         | waiting: it may come                                                        |
 * | waiting  | any    | a binding that asks for more has all                           | running: nothing, till the gesture ends                                     |
 * | waiting  | any    | the hand moves                                                 | waiting: from now on                                                        |
 * | waiting  | any    | it ends or is cancelled                                        | idle: what was latched stays so                                             |
 * | waiting  | any    | all is as it must be, but it acts when its gesture has `ended` | armed                                                                       |
 * | armed    | any    | it is cancelled                                                | idle                                                                        |
 * | armed    | any    | it ends                                                        | released: and in the same frame what follows there                          |
 * | released | any    | at once                                                        | idle: the action starts and ends                                            |
 * | released | toggle | at once                                                        | latched: the action goes on, or ends if it was latched                      |
 * | running  | once   | at once                                                        | running: the action ends, then nothing till the end                         |
 * | running  | repeat | every repeatMs                                                 | running: the action starts and ends again                                   |
 * | running  | any    | it ends or is cancelled                                        | idle: the action ends or is cancelled                                       |
 * | running  | toggle | it ends                                                        | latched: the action goes on                                                 |
 * | running  | any    | it ends, but a drag locks or a page coasts                     | latched: the action goes on                                                 |
 * | latched  | any    | the action is over by itself                                   | idle                                                                        |
 * | latched  | any    | the gesture begins on a page that coasts                       | waiting: the page is caught                                                 |
 * | latched  | any    | the gesture begins                                             | waiting: what is latched goes on, and ends instead of an action that starts |
 * | any      | any    | cancelled from outside                                         | idle: the action is cancelled                                               |
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
        return withoutEffects({
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
        ? withoutEffects({
            phase: 'waiting',
            hand,
            gestureBeganAtMs: atMs,
            beganAtMs: atMs,
            restedAt: undefined,
            score,
            latched: undefined,
          })
        : withoutEffects(run)
    case 'changed':
      return withoutEffects(
        run.phase === 'waiting' && score > run.score && run.hand === hand ? { ...run, score } : run,
      )
    case 'ended':
    case 'cancelled':
      return onGestureEnd(run, trigger.mode, hand, phase)
  }
}

function onGestureEnd(
  run: BindingRun,
  mode: Binding['trigger']['mode'],
  hand: GestureHand,
  how: 'ended' | 'cancelled',
): BindingStep {
  if (run.phase === 'idle' || run.phase === 'latched' || run.hand !== hand)
    return withoutEffects(run)
  if (run.phase === 'armed' && how === 'ended') return withoutEffects({ ...run, phase: 'released' })
  if (run.phase !== 'running') {
    if (run.latched === undefined) return withoutEffects(IDLE_BINDING)
    return withoutEffects({ phase: 'latched', hand, run: run.latched })
  }
  const outlasts =
    mode === 'toggle' && run.run.kind !== 'done' ? run.run : runThatOutlastsGesture(run.run)
  if (how === 'ended' && outlasts !== undefined) {
    return withoutEffects({ phase: 'latched', hand, run: outlasts })
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
      return withoutEffects(run)
    case 'waiting':
      if (verdict === 'never') return withoutEffects(waitForEnd(run.hand))
      if (hasMoved(run.restedAt, moment)) {
        return withoutEffects({ ...run, beganAtMs: moment.atMs, restedAt: moment.hand?.at })
      }
      if (verdict === 'not-yet' || !isMeant(run, trigger, moment.atMs)) {
        return withoutEffects(
          run.restedAt === undefined ? { ...run, restedAt: moment.hand?.at } : run,
        )
      }
      if (trigger.phase === 'ended') return withoutEffects({ ...run, phase: 'armed' })
      return run.latched === undefined
        ? startBindingAction(run.hand, binding, moment)
        : endLatchedAction(run, run.latched)
    case 'armed':
      return withoutEffects(run)
    case 'released':
      return releaseBinding(run, binding, moment)
    case 'latched': {
      const step = continueWith(run, stepAction(run.run, moment))
      const isOver = step.run.phase === 'latched' && step.run.run.kind === 'done'
      return isOver ? { ...step, run: IDLE_BINDING } : step
    }
    case 'running':
      if (trigger.mode === 'repeat' && moment.atMs >= run.nextAtMs) {
        const again = startBindingAction(run.hand, binding, moment)
        return { run: again.run, effects: [...endAction(run.run, 'ended'), ...again.effects] }
      }
      return continueWith(run, stepAction(run.run, moment))
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

function startBindingAction(
  hand: GestureHand,
  { action, trigger }: Binding,
  moment: ActionMoment,
): BindingStep {
  const { run, effects } = startAction(action, moment)
  const nextAtMs = moment.atMs + Math.max(trigger.repeatMs, 1)
  return { run: { phase: 'running', hand, nextAtMs, run }, effects }
}

/** Its gesture is over: what goes on by itself goes on, everything else is done with. */
function releaseBinding(run: WaitingRun, binding: Binding, moment: ActionMoment): BindingStep {
  const { hand, latched } = run
  if (latched !== undefined) return { run: IDLE_BINDING, effects: endAction(latched, 'ended') }
  const { run: action, effects } = startAction(binding.action, moment)
  if (binding.trigger.mode === 'toggle' && action.kind !== 'done') {
    return { run: { phase: 'latched', hand, run: action }, effects }
  }
  return { run: IDLE_BINDING, effects: [...effects, ...endAction(action, 'ended')] }
}

function endLatchedAction({ hand }: WaitingRun, latched: ActionRun): BindingStep {
  return { run: waitForEnd(hand), effects: endAction(latched, 'ended') }
}

/** Nothing more in this life of the gesture. */
const waitForEnd = (hand: GestureHand): BindingRun => ({
  phase: 'running',
  hand,
  nextAtMs: Infinity,
  run: { kind: 'done' },
})

const continueWith = (
  run: BindingRun & { phase: 'running' | 'latched' },
  { run: action, effects }: ActionStep,
): BindingStep => ({ run: action === run.run ? run : { ...run, run: action }, effects })

const withoutEffects = (run: BindingRun): BindingStep => ({ run, effects: [] })
