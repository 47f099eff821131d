import type { GestureHand } from './gesture-event.ts'

/**
 * Who bars whom: while a gesture of `by` is active, those of `bars` on the same hand are overruled and none begins. A
 * pinching hand also looks like an OK sign or a count of three, and a drag moves like a swipe: the pinch is what is meant.
 */
const PRECEDENCE: readonly { readonly by: string; readonly bars: readonly string[] }[] = [
  { by: 'two-hands', bars: ['pinch', 'swipe', 'pose', 'finger-count'] },
  { by: 'pinch', bars: ['swipe', 'pose', 'finger-count'] },
  { by: 'swipe', bars: ['pose', 'finger-count'] },
]

/** An active gesture, by its classifier. */
export interface ActiveLane {
  readonly classifier: string
  readonly hand: GestureHand
}

/** Whether a classifier on a hand has to be silent, given what is active. Gestures of both hands share either hand. */
export function isBarred(
  classifier: string,
  hand: GestureHand,
  active: readonly ActiveLane[],
): boolean {
  for (const lane of active) {
    if (sharesHand(lane.hand, hand) && bars(lane.classifier, classifier)) return true
  }
  return false
}

function bars(by: string, classifier: string): boolean {
  for (const rule of PRECEDENCE) {
    if (rule.by === by && rule.bars.includes(classifier)) return true
  }
  return false
}

const sharesHand = (a: GestureHand, b: GestureHand): boolean =>
  a === b || a === 'both' || b === 'both'
