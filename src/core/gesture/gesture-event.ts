import type { Handedness } from '../hand/hand-frame.ts'

/** `classifier.label`, for example `pinch.index`, `pose.open-palm`, `finger-count.3`, `swipe.left`. */
export type GestureId = `${string}.${string}`
export const isGestureId = (text: string): text is GestureId => text.includes('.')

/** Whose gesture it is: a hand's, that of both together, or that of the whole body. */
export type GestureHand = Handedness | 'both' | 'body'
export type GesturePhase = 'began' | 'changed' | 'ended' | 'cancelled'

/** Why a gesture was cancelled rather than ended. */
export const CANCEL_REASONS = [
  'hand-lost',
  'body-lost',
  'paused',
  'disengaged',
  'project-switched',
  'tracking-stopped',
  'overruled',
  'quit',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** A gesture's life: one `began`, any number of `changed`, then exactly one `ended` or `cancelled`. */
export interface GestureEvent {
  readonly gesture: GestureId
  readonly hand: GestureHand
  readonly phase: GesturePhase
  /** Frame time: milliseconds since the first camera frame. */
  readonly atMs: number
  /** 0..1, the classifier's confidence. */
  readonly score: number
  /** Milliseconds since `began`; 0 at `began`. */
  readonly heldMs: number
  /** Only on `began`: the hand came into view like this. It is shown, but it does nothing: what acts is made in view. */
  readonly isBrought?: true
  /** Only on `cancelled`. */
  readonly reason?: CancelReason
}
