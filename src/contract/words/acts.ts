import type { Action } from '../../core/action/action.ts'
import type { Effect } from '../../core/action/effect.ts'

/** An effect as it is told of: typed text is private, nobody is told what it was. */
export type ShownEffect =
  Exclude<Effect, { readonly kind: 'key.text' }> | { readonly kind: 'key.text' }

/** What comes of gestures, as people say it in one language. */
export interface ActWords {
  /** What was done. */
  effect(effect: ShownEffect): string
  /** What a binding does whenever its gesture is made. */
  action(action: Action): string
}

export const chord = (keys: readonly string[]): string => keys.join('+')
export const spacedChord = (keys: readonly string[]): string => keys.join(' + ')
export const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`
