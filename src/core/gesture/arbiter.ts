import { PRECEDENCE, type Precedence } from '../classifier/classifier.ts'
import type { GestureHand } from './gesture-event.ts'

/** Who speaks for a hand, or for both. */
export interface Claim {
  readonly precedence: Precedence | undefined
  readonly hand: GestureHand
}

/** Whether it has to be silent, given what is active. Gestures of both hands share either hand. */
export function isBarred({ precedence, hand }: Claim, active: readonly Claim[]): boolean {
  for (const other of active) {
    if (sharesHand(other.hand, hand) && takesPrecedence(other.precedence, precedence)) return true
  }
  return false
}

const takesPrecedence = (by: Precedence | undefined, other: Precedence | undefined): boolean =>
  by !== undefined && other !== undefined && PRECEDENCE.indexOf(by) < PRECEDENCE.indexOf(other)

const sharesHand = (a: GestureHand, b: GestureHand): boolean =>
  a === b || a === 'both' || b === 'both'
