import type { ActionKind, ActionOf } from '../../core/action/action.ts'
import type { EffectKind, EffectOf } from '../../core/action/effect.ts'

/** An effect as it is told of: typed text is private, nobody is told what it was. */
export type ShownEffectOf<Kind extends EffectKind> = Kind extends 'key.text'
  ? Pick<EffectOf<'key.text'>, 'kind'>
  : EffectOf<Kind>
export type ShownEffect = { [Kind in EffectKind]: ShownEffectOf<Kind> }[EffectKind]

/** What a binding may do: what it is called where one chooses, and what it does whenever its gesture is made. */
export type ActionsSaid = {
  readonly [Kind in ActionKind]: {
    readonly title: string
    readonly does: (action: ActionOf<Kind>) => string
  }
}

/** What was done. */
export type EffectsSaid = { readonly [Kind in EffectKind]: (effect: ShownEffectOf<Kind>) => string }

export const chord = (keys: readonly string[]): string => keys.join('+')
export const spacedChord = (keys: readonly string[]): string => keys.join(' + ')
export const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`
