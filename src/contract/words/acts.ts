import type { Action } from '../../core/action/action.ts'
import type { Effect } from '../../core/action/effect.ts'
import type { GestureHand } from '../../core/gesture/gesture-event.ts'

/** What hands do and what comes of it, as people say it in one language. */
export interface ActWords {
  /** A label of a classifier; undefined where it says it best itself. */
  gesture(classifier: string, label: string): string | undefined
  readonly hands: Readonly<Record<GestureHand, string>>
  /** What causes effects without being a gesture. */
  readonly causes: Readonly<Record<string, string>>
  /** What was done. */
  effect(effect: Effect): string
  /** What a binding does whenever its gesture is made. */
  action(action: Action): string
}

export const chord = (keys: readonly string[]): string => keys.join('+')
export const spacedChord = (keys: readonly string[]): string => keys.join(' + ')
export const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`
