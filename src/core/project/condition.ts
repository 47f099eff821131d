import type { GestureId } from '../gesture/gesture-event.ts'

/** Another gesture without which a binding does nothing. */
export type Condition =
  /** Lasts when the binding's own gesture does: a modifier, such as a fist of the other hand. */
  | { readonly kind: 'held'; readonly gesture: GestureId; readonly hand: ConditionHand }
  /** Began before the binding's own gesture, at most `withinMs` ago: a sequence of two. */
  | {
      readonly kind: 'after'
      readonly gesture: GestureId
      readonly hand: ConditionHand
      readonly withinMs: number
    }
  /** Begins at most `withinMs` before or after it, and both last: two at once. */
  | {
      readonly kind: 'together'
      readonly gesture: GestureId
      readonly hand: ConditionHand
      readonly withinMs: number
    }

/** `other` and `same` are as seen from the hand of the binding's own gesture. */
export type ConditionHand = 'left' | 'right' | 'both' | 'other' | 'same' | 'either'
