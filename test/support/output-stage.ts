import type { Effect } from '../../src/core/action/effect.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'
import {
  createDispatcher,
  type Dispatcher,
  type DispatcherOptions,
} from '../../src/main/system/output/queue/dispatcher.ts'
import { createDryRunSinks, type Sinks } from '../../src/main/system/output/sinks/sink-registry.ts'

const DESKTOP = { left: -100, top: 0, width: 1100, height: 800 }
export const AT = { x: 10, y: 10 }

/** Sinks that write down what reaches them, wait when told to, and fail when told to. */
function recordingSinks() {
  const log: string[] = []
  let fails: (what: string) => boolean = () => false
  let gate: Promise<void> = Promise.resolve()
  const act = async (what: string): Promise<void> => {
    await gate
    if (fails(what)) throw new Error(`${what} refused`)
    log.push(what)
  }
  const sinks: Sinks = {
    pointer: {
      move: (to) => act(`move ${to.x},${to.y}`),
      press: (button, at) => act(`press ${button} ${at.x},${at.y}`),
      release: (button) => act(`release ${button}`),
      click: (button, count) => act(`click ${button} ${count}`),
      scroll: (right, down) => act(`scroll ${right},${down}`),
      zoom: (inNotches) => act(`zoom ${inNotches}`),
      position: () => Promise.resolve(AT),
    },
    keyboard: {
      press: (keys) => act(`down ${keys.join('+')}`),
      release: (keys) => act(`up ${keys.join('+')}`),
      chord: (keys) => act(`chord ${keys.join('+')}`),
      type: (text) => act(`type ${text}`),
    },
    volume: {
      ...createDryRunSinks().volume,
      set: (level) => act(`volume ${level}`),
      step: (step) => act(`step ${step.toFixed(2)}`),
      mute: (muted) => act(`mute ${muted}`),
    },
    media: { send: (command) => act(command) },
    launcher: { open: (target) => act(`open ${target}`) },
  }
  return {
    log,
    sinks,
    failWhen: (test: (what: string) => boolean) => void (fails = test),
    /** Everything waits until the returned function is called. */
    hold: (): (() => void) => {
      let open = (): void => undefined
      gate = new Promise((resolve) => (open = resolve))
      return () => open()
    },
  }
}

/** A real dispatcher over sinks that only write down, on a clock that the test moves. */
export function outputStage(options: Partial<DispatcherOptions> = {}) {
  const recording = recordingSinks()
  let nowMs = 0
  const dispatcher = createDispatcher({
    sinks: recording.sinks,
    desktop: DESKTOP,
    nowMs: () => nowMs,
    retryMs: 1,
    ...options,
  })
  const problems: string[] = []
  dispatcher.onProblem((problem) =>
    problems.push(`${problem.severity}: ${inEnglish(problem.message)}`),
  )
  return {
    ...recording,
    dispatcher,
    problems,
    wait: (ms: number) => (nowMs += ms),
    send: (...effects: readonly Effect[]) => sendTo(dispatcher, effects),
  }
}

export function sendTo(dispatcher: Dispatcher, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) dispatcher.dispatch({ effect, atMs: 0, cause: 'test' })
  return dispatcher.idle()
}
