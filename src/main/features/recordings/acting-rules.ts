import type { Action } from '../../../core/action/action.ts'
import type { BindingVerdict } from '../../../core/project/binding-verdicts.ts'

/** Which rules have acted of late on which gesture: an effect names its gesture alone. */
export interface ActingRules {
  addVerdicts(verdicts: readonly BindingVerdict[]): void
  /** What they do; two where two acted at once. */
  of(gesture: string): Action[]
}

export function createActingRules(): ActingRules {
  const acting = new Map<string, { readonly atMs: number; readonly rules: Action[] }>()
  return {
    addVerdicts: (verdicts) => {
      for (const { binding, outcome, atMs } of verdicts) {
        if (outcome !== 'acted') continue
        const { gesture, action } = binding
        const known = acting.get(gesture)
        const others = known?.atMs === atMs ? known.rules : []
        acting.set(gesture, { atMs, rules: [...others, action] })
      }
    },
    of: (gesture) => acting.get(gesture)?.rules ?? [],
  }
}
