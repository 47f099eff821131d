import type { Unsubscribe } from '../../contract/boundary/endpoints.ts'
import { subscribe, notifyAll } from '../../contract/boundary/subscribers.ts'
import type { StageProblem } from '../../contract/channels/status.ts'
import type { CausedEffect } from '../../core/action/effect.ts'
import type { Desktop } from '../../core/geometry/point.ts'
import type { Dispatcher } from '../system/output/queue/dispatcher.ts'

/** Two dispatchers, of which one is in force: the system's, or the dry one that sends nothing. */
export interface DispatcherChoice {
  current(): Dispatcher
  /** For each reason that nothing may be sent for, whether it holds now. */
  dryFor(reason: 'demo' | 'shadow', holds: boolean): void
  /** Before another one is in force: what this one holds has to be let go of. */
  onChange(listener: (isDryRun: boolean) => void): Unsubscribe
  /** Either has carried an effect out. */
  onDone(listener: (caused: CausedEffect) => void): Unsubscribe
  onProblem(listener: (problem: StageProblem) => void): Unsubscribe
  setDesktop(desktop: Desktop): void
}

export function chooseDispatcher(parts: {
  readonly system: Dispatcher
  readonly dry: Dispatcher
  /** Dry whatever else. */
  readonly isDryRun: boolean
}): DispatcherChoice {
  const { system, dry, isDryRun } = parts
  const both = [system, dry]
  const reasons = new Set<string>()
  const listeners = new Set<(isDryRun: boolean) => void>()
  let current = isDryRun ? dry : system
  return {
    current: () => current,
    dryFor: (reason, holds) => {
      if (holds) reasons.add(reason)
      else reasons.delete(reason)
      const next = isDryRun || reasons.size > 0 ? dry : system
      if (next === current) return
      notifyAll(listeners, next === dry)
      current = next
    },
    onChange: (listener) => subscribe(listeners, listener),
    onDone: (listener) =>
      stopAll(
        both.map((one) =>
          one.onDone(({ caused }) => {
            listener(caused)
          }),
        ),
      ),
    onProblem: (listener) => stopAll(both.map((one) => one.onProblem(listener))),
    setDesktop: (desktop) => {
      for (const one of both) one.setDesktop(desktop)
    },
  }
}

const stopAll = (stops: readonly Unsubscribe[]) => (): void => {
  for (const stop of stops) stop()
}
