import { SIGN_LETTERS } from '../classifier/sign-letters.ts'
import type { CancelReason, GestureEvent, GestureHand, GestureId } from './gesture-event.ts'

/** Gestures that are words, spelled letter by letter: `spelled.VOL`. */
export const SPELLED = 'spelled'

/**
 * From letters that begin to words that a project waits for. The cases:
 *
 * | so far | what comes                               | then                                             |
 * | any    | a letter, soon after the last one        | it is put at the end                             |
 * | any    | a letter, more than BREAK_MS after it    | it is the first of a new word                    |
 * | VOL    | VOL is waited for, and nothing longer    | spelled.VOL began, and ends in the next step     |
 * | VOL    | VOLUME is waited for too, or letters type | the same, when PAUSE_MS go by without a letter  |
 * | any    | cancelled from outside                   | forgotten                                        |
 *
 * A word counts only whole, from the first letter after a break: REVOL is not VOL.
 */
export interface SpelledState {
  readonly letters: string
  /** As sure as of its least sure letter, 0..1. */
  readonly score: number
  readonly lastAtMs: number
  readonly hand: GestureHand
  readonly active: { readonly event: GestureEvent } | undefined
}

export interface SpelledWords {
  /** In capitals. */
  readonly words: readonly string[]
  /** Letters do something by themselves: what is typed may go on after a word that is waited for. */
  readonly areLettersBound: boolean
}

export interface SpelledStep {
  readonly state: SpelledState
  readonly events: readonly GestureEvent[]
}

/** Slower than people spell, faster than they wait for an answer. */
const PAUSE_MS = 900
const BREAK_MS = 3000
const WORD = /^[A-Z]{2,12}$/

export const NOTHING_SPELLED: SpelledState = {
  letters: '',
  score: 1,
  lastAtMs: Number.NEGATIVE_INFINITY,
  hand: 'right',
  active: undefined,
}

/** The word of such a gesture; undefined where it is another one, or no word of 2 to 12 letters from A to Z. */
export function spelledWord(gesture: string): string | undefined {
  const [family, word = ''] = gesture.split('.')
  return family === SPELLED && WORD.test(word) ? word : undefined
}

export const spelledGesture = (word: string): GestureId => `${SPELLED}.${word}`

/** `events` are those of this step: letters begin in them. */
export function stepSpelled(
  before: SpelledState,
  { words, areLettersBound }: SpelledWords,
  events: readonly GestureEvent[],
  atMs: number,
): SpelledStep {
  if (words.length === 0) return { state: before, events: [] }
  const ended = before.active === undefined ? [] : [endEvent(before.active.event, atMs)]
  const state = events.reduce(withLetter, { ...before, active: undefined })
  const { letters, score, hand } = state
  const mayGoOn =
    areLettersBound || words.some((word) => word !== letters && word.startsWith(letters))
  const isOver = !mayGoOn || atMs - state.lastAtMs >= PAUSE_MS
  if (!words.includes(letters) || !isOver) return { state, events: ended }
  const gesture = spelledGesture(letters)
  const event: GestureEvent = { gesture, hand, phase: 'began', atMs, score, heldMs: 0 }
  return { state: { ...NOTHING_SPELLED, active: { event } }, events: [...ended, event] }
}

/** Forgets what was spelled; a word that has begun is cancelled. */
export function cancelSpelled(
  { active }: SpelledState,
  reason: CancelReason,
  atMs: number,
): SpelledStep {
  const events =
    active === undefined
      ? []
      : [{ ...endEvent(active.event, atMs), phase: 'cancelled' as const, reason }]
  return { state: NOTHING_SPELLED, events }
}

function withLetter(state: SpelledState, event: GestureEvent): SpelledState {
  const [classifier, letter = ''] = event.gesture.split('.')
  if (classifier !== SIGN_LETTERS || event.phase !== 'began' || event.isBrought) return state
  const isNew = event.atMs - state.lastAtMs > BREAK_MS
  return {
    letters: isNew ? letter : state.letters + letter,
    score: isNew ? event.score : Math.min(state.score, event.score),
    lastAtMs: event.atMs,
    hand: event.hand,
    active: state.active,
  }
}

const endEvent = (began: GestureEvent, atMs: number): GestureEvent => ({
  ...began,
  ...{ phase: 'ended', atMs, heldMs: atMs - began.atMs },
})
