import { actionWords } from '../../../contract/words/act-words.ts'
import type { BindingVerdict } from '../../../core/project/binding-verdicts.ts'

/** Which rules have acted of late on which gesture: an effect names its gesture alone. */
export interface ActingRules {
  hear(verdicts: readonly BindingVerdict[]): void
  /** In words; two where two acted at once. */
  of(gesture: string): string[]
}

export function createActingRules(): ActingRules {
  const acting = new Map<string, { readonly atMs: number; readonly rules: string[] }>()
  return {
    hear: (verdicts) => {
      for (const { binding, outcome, atMs } of verdicts) {
        if (outcome !== 'acted') continue
        const { gesture, action } = binding
        const known = acting.get(gesture)
        const others = known?.atMs === atMs ? known.rules : []
        acting.set(gesture, { atMs, rules: [...others, actionWords(action)] })
      }
    },
    of: (gesture) => acting.get(gesture)?.rules ?? [],
  }
}
