import type { ActionMoment, LastClick } from '../action/action-moment.ts'
import { cursorHeldAt } from '../action/action-run.ts'
import type { CausedEffect, Effect } from '../action/effect.ts'
import type { ScreenPoint } from '../geometry/point.ts'
import type { GestureEvent, GestureHand, GestureId } from '../gesture/gesture-event.ts'
import {
  actionOf,
  bindingOnEvent,
  cancelBinding,
  holdsDown,
  IDLE_BINDING,
  stepBinding,
} from './binding-run.ts'
import type { BindingRun, WaitingRun } from './binding-run.ts'
import { isBoundTo, outdoneBy, rememberBegan, verdictOn } from './conditions.ts'
import type { ActiveGesture, Company, CompanyVerdict } from './conditions.ts'
import type { Binding } from './project.ts'

/** Every binding of the active project and how far each has come. */
export interface BindingEngine {
  readonly bindings: readonly Binding[]
  readonly runs: readonly BindingRun[]
  readonly lastClick: LastClick | undefined
  /** What began of late, whether bound or not. */
  readonly began: readonly ActiveGesture[]
}

export interface EngineInput {
  readonly atMs: number
  readonly events: readonly GestureEvent[]
  /** Every gesture that lasts, bound or not. */
  readonly active: readonly ActiveGesture[]
  /** What an action may know, for the hand that makes the gesture. */
  readonly actionMoment: (
    gesture: GestureId,
    hand: GestureHand,
    lastClick: LastClick | undefined,
  ) => ActionMoment
  /** The hand has been away too long for anything to stay held by it. */
  readonly hasHandLeft: (hand: GestureHand) => boolean
}

export interface EngineStep {
  readonly engine: BindingEngine
  readonly effects: readonly CausedEffect[]
}

export const createEngine = (bindings: readonly Binding[]): BindingEngine => ({
  bindings,
  runs: bindings.map(() => IDLE_BINDING),
  lastClick: undefined,
  began: [],
})

/** Endings go first: what one gesture lets go of is up before the next one presses. */
export function stepEngine(engine: BindingEngine, input: EngineInput): EngineStep {
  const caused: CausedEffect[] = []
  const { atMs } = input
  const rememberClick = (effects: readonly Effect[], cause: string): void => {
    for (const effect of effects) caused.push({ effect, atMs, cause })
  }
  const afterEvents = engine.bindings.map((binding, index) => {
    let run = engine.runs[index] ?? IDLE_BINDING
    for (const event of input.events) {
      if (!isForEvent(binding, event) || event.isBrought) continue
      const step = bindingOnEvent(run, binding, event)
      rememberClick(step.effects, binding.gesture)
      run = step.run
    }
    return run
  })
  const lastClick = clickIn(caused) ?? engine.lastClick
  const began = rememberBegan(engine.began, input.events, atMs)
  const company: Company = { atMs, active: input.active, began }
  const runs = engine.bindings.map((binding, index) => {
    const run = afterEvents[index] ?? IDLE_BINDING
    if (run.phase === 'idle') return run
    if (run.phase === 'latched' && input.hasHandLeft(run.hand)) {
      rememberClick(cancelBinding(run), binding.gesture)
      return IDLE_BINDING
    }
    const moment = input.actionMoment(binding.gesture, run.hand, lastClick)
    const verdict = run.phase === 'waiting' ? verdictFor(binding, run, engine, company) : 'complete'
    const step = stepBinding(run, binding, moment, verdict)
    rememberClick(step.effects, binding.gesture)
    return step.run
  })
  const next = { ...engine, runs, began, lastClick: clickIn(caused) ?? lastClick }
  return { engine: next, effects: caused }
}

/** What is latched is let go of by its own gesture alone. */
function verdictFor(
  binding: Binding,
  run: WaitingRun,
  { bindings }: BindingEngine,
  company: Company,
): CompanyVerdict {
  if (run.latched !== undefined) return 'complete'
  const own = { hand: run.hand, beganAtMs: run.gestureBeganAtMs }
  const verdict = verdictOn(binding, own, company)
  return verdict === 'never' ? verdict : (outdoneBy(binding, own, bindings, company) ?? verdict)
}

/** Lets go of everything and starts over. */
export function cancelEngine(engine: BindingEngine, atMs: number): EngineStep {
  const effects = engine.bindings.flatMap((binding, index) =>
    cancelBinding(engine.runs[index] ?? IDLE_BINDING).map((effect) => ({
      effect,
      atMs,
      cause: binding.gesture,
    })),
  )
  return { engine: createEngine(engine.bindings), effects }
}

/** Where the cursor has to wait, if any action asks for it. */
export function engineHoldsCursorAt({ runs }: BindingEngine): ScreenPoint | undefined {
  for (const run of runs) {
    const action = actionOf(run)
    const at = action === undefined ? undefined : cursorHeldAt(action)
    if (at !== undefined) return at
  }
  return undefined
}

/** Whether a button or key is down because of this gesture. */
export const engineHolds = (
  engine: BindingEngine,
  gesture: GestureId,
  hand: GestureHand,
): boolean =>
  engine.runs.some(
    (run, index) =>
      run.phase !== 'idle' &&
      run.hand === hand &&
      engine.bindings[index]?.gesture === gesture &&
      holdsDown(run),
  )

/** A button, a key or a scroll is under way. */
export const isEngineBusy = ({ runs }: BindingEngine): boolean =>
  runs.some((run) => {
    const action = actionOf(run)
    return action !== undefined && action.kind !== 'done'
  })

/** The fullest dwell, 0..1; 0 when nothing waits. */
export function dwellRatio({ bindings, runs }: BindingEngine, atMs: number): number {
  let fullest = 0
  runs.forEach((run, index) => {
    const dwellMs = bindings[index]?.trigger.dwellMs ?? 0
    if (run.phase !== 'waiting' || dwellMs === 0) return
    fullest = Math.max(fullest, Math.min((atMs - run.beganAtMs) / dwellMs, 1))
  })
  return fullest
}

const isForEvent = ({ gesture, hand }: Binding, event: GestureEvent): boolean =>
  gesture === event.gesture && isBoundTo(hand, event.hand)

function clickIn(caused: readonly CausedEffect[]): LastClick | undefined {
  const last = caused.findLast(({ effect }) => effect.kind === 'pointer.click')
  if (last?.effect.kind !== 'pointer.click') return undefined
  return { at: last.effect.at, atMs: last.atMs }
}
