export type MouseButton = 'left' | 'right' | 'middle'
export type MediaCommand = 'play-pause' | 'next' | 'previous' | 'stop'
/**
 * To the word that is being spelled: its likeliest end, the next likeliest instead of its last letter, or away with it.
 */
export type SpellingCommand = 'complete' | 'exchange' | 'drop-word'
/** Names of keys as project files write them: `a`..`z`, `0`..`9`, `f1`..`f12`, `enter`, `escape`, `left` ... */
export type KeyName = string

/** What a binding does, as written in a project file. */
export type Action = InstantAction | GuidedAction
export type ActionKind = Action['kind']
type ActionByKind = { readonly [One in Action as One['kind']]: One }
export type ActionOf<Kind extends ActionKind> = ActionByKind[Kind]

/** Done as soon as its gesture is made, whatever the hand does: what the project file asks for is the effect itself. */
export type InstantAction =
  /** Pressed and let go in order, at once. */
  | { readonly kind: 'key.chord'; readonly keys: readonly KeyName[] }
  | { readonly kind: 'key.text'; readonly text: string }
  /** What it comes to depends on what was typed: keys and text, or nothing. */
  | { readonly kind: 'spelling'; readonly command: SpellingCommand }
  | { readonly kind: 'volume.set'; readonly levelRatio: number }
  | { readonly kind: 'volume.step'; readonly stepRatio: number }
  | { readonly kind: 'volume.mute'; readonly muted: boolean | 'toggle' }
  | { readonly kind: 'media'; readonly command: MediaCommand }
  /** A program with its arguments, or a URL / file to open. */
  | { readonly kind: 'launch'; readonly target: string; readonly args: readonly string[] }
  | { readonly kind: 'project.switch'; readonly project: string }
  /** To the project after or before this one in the list. */
  | { readonly kind: 'project.step'; readonly step: 'next' | 'previous' }
  | { readonly kind: 'mode'; readonly mode: 'paused' | 'watching' }

/** Goes by where the hand is, or by how long its gesture lasts. */
export type GuidedAction =
  /** Click at a short hold, drag at a long one or past a distance; cancelled without a click when the hand is lost. */
  | { readonly kind: 'pointer.button'; readonly button: MouseButton }
  | { readonly kind: 'pointer.click'; readonly button: MouseButton; readonly count: 1 | 2 }
  /** While the gesture lasts, hand movement scrolls. `gain` is notches per palm length of movement. */
  | { readonly kind: 'pointer.scroll'; readonly gain: number }
  /** Held down as long as the gesture. */
  | { readonly kind: 'key.hold'; readonly keys: readonly KeyName[] }
  | AxisAction

/** What a hand's value drives while a gesture lasts. */
export interface AxisAction {
  readonly kind: 'axis'
  readonly source: 'pinch-distance' | 'roll' | 'height' | 'hands-apart'
  /** Ends of the value's range: palm lengths, degrees, or shares of the picture's height; see `AxisValues`. */
  readonly from: number
  readonly to: number
  /** Share of the range that counts as rest. */
  readonly deadZone: number
  readonly mode: 'absolute' | 'relative' | 'rate'
  readonly target: AxisTarget
}

/** `steps` over the whole range, or per second at its end where the mode is `rate`; from `to` towards `from` they count back. */
export type AxisTarget =
  | { readonly kind: 'volume' }
  | {
      readonly kind: 'scroll'
      readonly direction: 'vertical' | 'horizontal'
      readonly steps: number
    }
  | { readonly kind: 'zoom'; readonly steps: number }
  | {
      readonly kind: 'key'
      readonly up: readonly KeyName[]
      readonly down: readonly KeyName[]
      readonly steps: number
    }
