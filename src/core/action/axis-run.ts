import type { ScreenPoint } from '../geometry/point.ts'
import { clamp } from '../geometry/vector.ts'
import type { AxisAction } from './action.ts'
import type { ActionMoment, RunStep } from './action-moment.ts'
import type { Effect } from './effect.ts'

/**
 * A hand's value that drives something as long as the gesture lasts. All in shares of the range between the action's `from` and
 * `to`. The cases:
 *
 * | mode     | the value                                     | then the goal                                   |
 * | absolute | moves by more than the dead zone              | is the value, at most the ends of the range     |
 * | relative | is beyond the dead zone about where it began  | has changed by as much as it is beyond          |
 * | rate     | is beyond the dead zone about where it began  | changes all the time, faster the farther        |
 * | any      | is not to be had in this frame                | stays                                           |
 *
 * What the target is sent follows the goal in whole steps.
 */
export interface AxisRun {
  readonly kind: 'axis'
  readonly action: AxisAction
  /** Where the cursor waits. */
  readonly at: ScreenPoint | undefined
  /** Steadied; undefined before it was first seen. */
  readonly value: number | undefined
  readonly startValue: number
  readonly goal: number
  readonly emittedValue: number
  readonly seenAtMs: number
  readonly emittedAtMs: number
}

/** Landmarks tremble from frame to frame; a hand that means a value takes longer. */
const STEADY_TIME_CONSTANT_MS = 80
/** A mixer's step; finer changes are not heard. */
const VOLUME_STEP = 0.01
/** Keys are pressed no faster than programs and the dispatcher's cap take them; more than a few that wait are dropped. */
const KEY_EVERY_MS = 100
const MOST_WAITING_KEYS = 3

export const startAxis = (
  action: AxisAction,
  { pressAt, atMs }: ActionMoment,
): RunStep<AxisRun> => ({
  run: {
    kind: 'axis',
    action,
    at: pressAt,
    value: undefined,
    startValue: 0,
    goal: 0,
    emittedValue: 0,
    seenAtMs: atMs,
    emittedAtMs: -Infinity,
  },
  effects: [],
})

export function stepAxis(run: AxisRun, { atMs, axes }: ActionMoment): RunStep<AxisRun> {
  const { action } = run
  const raw = axes?.[action.source]
  if (raw === undefined || !Number.isFinite(raw))
    return { run: { ...run, seenAtMs: atMs }, effects: [] }
  const seen = (raw - action.from) / (action.to - action.from)
  if (run.value === undefined) return startFollowing(run, seen, atMs)
  const sinceMs = Math.max(atMs - run.seenAtMs, 0)
  const value = run.value + (seen - run.value) * (1 - Math.exp(-sinceMs / STEADY_TIME_CONSTANT_MS))
  const goal = goalAfter(run, value, sinceMs)
  return emitChange({ ...run, value, goal, seenAtMs: atMs }, atMs)
}

/** Nothing moves by being taken hold of, but for a volume that is to be where the hand is. */
function startFollowing(run: AxisRun, seen: number, atMs: number): RunStep<AxisRun> {
  const at = clamp(seen, 0, 1)
  const begun = {
    ...run,
    value: seen,
    startValue: seen,
    goal: at,
    emittedValue: at,
    seenAtMs: atMs,
  }
  const isLevel = run.action.mode === 'absolute' && run.action.target.kind === 'volume'
  return { run: begun, effects: isLevel ? [{ kind: 'volume.set', levelRatio: at }] : [] }
}

function goalAfter(run: AxisRun, value: number, sinceMs: number): number {
  const { action, startValue, goal } = run
  switch (action.mode) {
    case 'absolute': {
      const wanted = clamp(value, 0, 1)
      // The ends are reached, whatever the dead zone.
      const isEnd = wanted === 0 || wanted === 1
      return isEnd || Math.abs(wanted - goal) > action.deadZone ? wanted : goal
    }
    case 'relative':
      return clamp(startValue, 0, 1) + excessOverDeadZone(value - startValue, action.deadZone)
    case 'rate':
      return (
        goal +
        (clamp(excessOverDeadZone(value - startValue, action.deadZone), -1, 1) * sinceMs) / 1000
      )
  }
}

const excessOverDeadZone = (change: number, deadZone: number): number =>
  Math.sign(change) * Math.max(Math.abs(change) - deadZone, 0)

function emitChange(run: AxisRun, atMs: number): RunStep<AxisRun> {
  const { target } = run.action
  switch (target.kind) {
    case 'volume':
      return emitVolume(run)
    case 'scroll':
    case 'zoom': {
      const steps = wholeSteps(run, target.steps)
      if (steps === 0) return { run, effects: [] }
      const effect: Effect =
        target.kind === 'zoom'
          ? { kind: 'pointer.zoom', inNotches: steps }
          : scrollBy(target.direction, steps)
      return {
        run: { ...run, emittedValue: run.emittedValue + steps / target.steps },
        effects: [effect],
      }
    }
    case 'key':
      return emitKey(run, target, atMs)
  }
}

function emitVolume(run: AxisRun): RunStep<AxisRun> {
  const { goal, emittedValue, action } = run
  const isEnd = action.mode === 'absolute' && (goal === 0 || goal === 1) && goal !== emittedValue
  if (Math.abs(goal - emittedValue) < VOLUME_STEP && !isEnd) return { run, effects: [] }
  const effect: Effect =
    action.mode === 'absolute'
      ? { kind: 'volume.set', levelRatio: goal }
      : { kind: 'volume.step', stepRatio: clamp(goal - emittedValue, -1, 1) }
  return { run: { ...run, emittedValue: goal }, effects: [effect] }
}

function emitKey(
  run: AxisRun,
  { steps, up, down }: Extract<AxisAction['target'], { kind: 'key' }>,
  atMs: number,
): RunStep<AxisRun> {
  const waiting = wholeSteps(run, steps)
  if (waiting === 0 || atMs - run.emittedAtMs < KEY_EVERY_MS) return { run, effects: [] }
  const kept = clamp(waiting, -MOST_WAITING_KEYS, MOST_WAITING_KEYS)
  const emittedValue = run.emittedValue + (waiting - kept + Math.sign(kept)) / steps
  const keys = kept > 0 ? up : down
  return {
    run: { ...run, emittedValue, emittedAtMs: atMs },
    effects: [{ kind: 'key.chord', keys }],
  }
}

/** Towards zero: going back costs a whole step again, so that trembling on the edge of one does nothing. */
const wholeSteps = ({ goal, emittedValue }: AxisRun, steps: number): number =>
  // A millionth of a step is rounding.
  Math.trunc((goal - emittedValue) * steps + Math.sign(goal - emittedValue) * 1e-6) + 0

const scrollBy = (direction: 'vertical' | 'horizontal', steps: number): Effect =>
  direction === 'vertical'
    ? { kind: 'pointer.scroll', rightNotches: 0, downNotches: steps }
    : { kind: 'pointer.scroll', rightNotches: steps, downNotches: 0 }
