import type { Dispatcher } from '../system/output/queue/dispatcher.ts'

/** Which dispatcher is in force: the system's, or the dry one that sends nothing. */
export interface DispatcherChoice {
  current(): Dispatcher
  /** For each reason that nothing may be sent for, whether it holds now; `onChange` hears when the choice changes. */
  dryFor(reason: 'demo' | 'shadow', holds: boolean): void
}

export function chooseDispatcher(parts: {
  readonly system: Dispatcher
  readonly dry: Dispatcher
  /** Dry whatever else. */
  readonly isDryRun: boolean
  /** Before another one is in force: what this one holds has to be let go of. */
  readonly onChange: (isDryRun: boolean) => void
}): DispatcherChoice {
  const { system, dry, isDryRun, onChange } = parts
  const reasons = new Set<string>()
  let current = isDryRun ? dry : system
  return {
    current: () => current,
    dryFor: (reason, holds) => {
      if (holds) reasons.add(reason)
      else reasons.delete(reason)
      const next = isDryRun || reasons.size > 0 ? dry : system
      if (next === current) return
      onChange(next === dry)
      current = next
    },
  }
}
