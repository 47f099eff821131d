import type { ScreenPoint } from '../geometry/point.ts'
import type { InstantAction, KeyName, MouseButton } from './action.ts'

/** One thing to do to the system, now. The dispatcher in main/output carries it out through a sink. */
export type Effect =
  | InstantAction
  | { readonly kind: 'pointer.move'; readonly to: ScreenPoint }
  | { readonly kind: 'pointer.press'; readonly button: MouseButton; readonly at: ScreenPoint }
  | { readonly kind: 'pointer.release'; readonly button: MouseButton }
  | {
      readonly kind: 'pointer.click'
      readonly button: MouseButton
      readonly count: 1 | 2
      readonly at: ScreenPoint
    }
  /** Whole notches; positive is right and down. */
  | { readonly kind: 'pointer.scroll'; readonly rightNotches: number; readonly downNotches: number }
  /** Whole notches of the wheel with Control held for just as long; positive is nearer. */
  | { readonly kind: 'pointer.zoom'; readonly inNotches: number }
  | { readonly kind: 'key.press'; readonly keys: readonly KeyName[] }
  | { readonly kind: 'key.release'; readonly keys: readonly KeyName[] }

export type EffectKind = Effect['kind']
type EffectByKind = { readonly [One in Effect as One['kind']]: One }
export type EffectOf<Kind extends EffectKind> = EffectByKind[Kind]

/** An effect with the reason it happens, so that the log can answer "why did it do that?". */
export interface CausedEffect {
  readonly effect: Effect
  /** Frame time, ms since the first camera frame. */
  readonly atMs: number
  /** The gesture that caused it, or `pointer` for plain pointing. */
  readonly cause: string
}
