import type { AppState } from '../../contract/channels/app-state.ts'
import type { Unsubscribe } from '../../contract/boundary/endpoints.ts'
import type { StageProblem } from '../../contract/channels/status.ts'
import { subscribe, notifyAll } from '../../contract/boundary/subscribers.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'

const MOST_PROBLEMS = 5

/** The one state that window, tray, overlay and event log show. Listeners hear of real changes only. */
export interface StateStore {
  current(): AppState
  change(patch: Partial<AppState>): void
  /** Adds a problem, or moves it to the end when it is already there; the oldest beyond five go. */
  report(problem: StageProblem): void
  /** Takes back every problem of a stage: it works again. */
  clearProblems(stage: StageProblem['stage']): void
  onChange(listener: (state: AppState) => void): Unsubscribe
}

export function createStateStore(initial: AppState, nowMs: () => number): StateStore {
  let state = initial
  const listeners = new Set<(state: AppState) => void>()

  const change = (patch: Partial<AppState>): void => {
    const next = withoutUndefined({ ...state, ...patch })
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    notifyAll(listeners, state)
  }
  return {
    current: () => state,
    change,
    report: (problem) => {
      const said = inEnglish(problem.message)
      const isKnown = ({ stage, message }: StageProblem): boolean =>
        stage === problem.stage && inEnglish(message) === said
      const others = state.problems.filter((one) => !isKnown(one))
      const known = state.problems.find(isKnown)
      const told = { ...problem, atEpochMs: known?.atEpochMs ?? Math.round(nowMs()) }
      change({ problems: [...others, told].slice(-MOST_PROBLEMS) })
    },
    clearProblems: (stage) => {
      change({ problems: state.problems.filter((problem) => problem.stage !== stage) })
    },
    onChange: (listener) => subscribe(listeners, listener),
  }
}

/** An absent hint must be absent, not `undefined`: the contract's objects are strict. */
function withoutUndefined(state: AppState): AppState {
  const { hint, ...rest } = state
  return hint === undefined ? rest : state
}
