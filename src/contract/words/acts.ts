import type { ActionKind, ActionOf } from '../../core/action/action.ts'
import type { EffectKind, EffectOf } from '../../core/action/effect.ts'
import type { GestureHand } from '../../core/gesture/gesture-event.ts'

/** What hands and bodies show, as people say it in one language. */
export interface GestureWords {
  /** A label of a classifier; undefined where it says it best itself. */
  gesture(classifier: string, label: string): string | undefined
  readonly hands: Readonly<Record<GestureHand, string>>
  /** What causes effects without being a gesture. */
  readonly causes: Readonly<Record<string, string>>
  /** Of a classifier's options: what may be chosen from a list. */
  readonly choices: Readonly<Record<string, string>>
}

/** What a binding may do: what it is called where one chooses, and what it does whenever its gesture is made. */
export type ActionsSaid = {
  readonly [Kind in ActionKind]: {
    readonly title: string
    readonly does: (action: ActionOf<Kind>) => string
  }
}

/** What was done. */
export type EffectsSaid = { readonly [Kind in EffectKind]: (effect: EffectOf<Kind>) => string }

export const chord = (keys: readonly string[]): string => keys.join('+')
export const spacedChord = (keys: readonly string[]): string => keys.join(' + ')
export const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`
