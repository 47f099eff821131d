import type { ScreenPoint } from '../geometry/point.ts'
import type { KeyName, MediaCommand, MouseButton, SpellingCommand } from './action.ts'

/** One thing to do to the system, now. The dispatcher in main/output carries it out through a sink. */
export type Effect =
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
  | { readonly kind: 'key.chord'; readonly keys: readonly KeyName[] }
  | { readonly kind: 'key.text'; readonly text: string }
  /** What it comes to depends on what was typed: keys and text, or nothing. */
  | { readonly kind: 'spelling'; readonly command: SpellingCommand }
  | { readonly kind: 'volume.set'; readonly levelRatio: number }
  | { readonly kind: 'volume.step'; readonly stepRatio: number }
  | { readonly kind: 'volume.mute'; readonly muted: boolean | 'toggle' }
  | { readonly kind: 'media'; readonly command: MediaCommand }
  | { readonly kind: 'launch'; readonly target: string; readonly args: readonly string[] }
  | { readonly kind: 'project.switch'; readonly project: string }
  | { readonly kind: 'project.step'; readonly step: 'next' | 'previous' }
  | { readonly kind: 'mode'; readonly mode: 'paused' | 'watching' }

export type EffectKind = Effect['kind']

/** An effect with the reason it happens, so that the log can answer "why did it do that?". */
export interface CausedEffect {
  readonly effect: Effect
  /** Frame time, ms since the first camera frame. */
  readonly atMs: number
  /** The gesture that caused it, or `pointer` for plain pointing. */
  readonly cause: string
}
