import { DWELL_CAUSE, DWELL_CLICK } from '../action/dwell-click.ts'
import type { CausedEffect } from '../action/effect.ts'
import type { GestureEvent, GestureHand, GestureId } from '../gesture/gesture-event.ts'

/**
 * Counts what would have fired. A gesture fires once in its life, however many effects it has; pointing and letting go are no
 * firings. The cases, per gesture and hand:
 *
 * | what happens                                      | then                                           |
 * | the gesture begins                                | open                                           |
 * | it goes on                                        | open, its highest score is kept                |
 * | an effect that it caused                          | open, fired                                    |
 * | it ends or is cancelled, and had fired            | one firing more                                |
 * | it ends or is cancelled, and had not fired        | forgotten                                      |
 * | the pointer clicks because it is kept still       | one firing more of DWELL_CLICK                 |
 */
export interface ShadowLedger {
  /** How long hands could have acted. */
  readonly watchedMs: number
  readonly firings: Readonly<Record<GestureId, GestureFirings>>
}

export interface GestureFirings {
  readonly count: number
  /** The newest of them, oldest first. */
  readonly newest: readonly Firing[]
}

export interface Firing {
  /** The highest score in the gesture's life, 0..1. */
  readonly peakScore: number
  /** How long it lasted. */
  readonly heldMs: number
}

/** What is under way, kept beside the ledger because it means nothing tomorrow. */
export interface ShadowWatch {
  readonly atMs: number | undefined
  readonly open: readonly OpenGesture[]
}

interface OpenGesture {
  readonly gesture: GestureId
  readonly hand: GestureHand
  readonly peakScore: number
  readonly hasFired: boolean
}

export interface ShadowStep {
  readonly ledger: ShadowLedger
  readonly watch: ShadowWatch
}

/** What the pipeline gave for one frame, while hands could have acted. */
export interface ShadowInput {
  readonly atMs: number
  readonly gestures: readonly GestureEvent[]
  readonly effects: readonly CausedEffect[]
}

export const EMPTY_LEDGER: ShadowLedger = { watchedMs: 0, firings: {} }
export const NOTHING_OPEN: ShadowWatch = { atMs: undefined, open: [] }

/** A longer pause between two frames was not watched. */
const LONGEST_GAP_MS = 500
/** A click by keeping still is never half meant: there is no score to ask more of. */
const SURE: Firing = { peakScore: 1, heldMs: 0 }
/** Enough for a distribution; a day of it is some hundred kilobytes at most. */
const MOST_KEPT = 400

export function stepLedger({ ledger, watch }: ShadowStep, input: ShadowInput): ShadowStep {
  const sinceMs = watch.atMs === undefined ? 0 : input.atMs - watch.atMs
  const watchedMs = ledger.watchedMs + (sinceMs > 0 && sinceMs <= LONGEST_GAP_MS ? sinceMs : 0)
  const fired = new Set(input.effects.filter(isFiring).map(({ cause }) => cause))
  const began = input.gestures.filter(({ phase }) => phase === 'began').map(newOpenGesture)
  // What begins again has ended unseen: the project was switched, the camera was gone.
  const going = watch.open.filter((one) => !began.some((other) => isSame(one, other)))
  const open = [...going, ...began].map((one) => withPeakAndFiring(one, input.gestures, fired))
  const over = input.gestures.filter(({ phase }) => phase === 'ended' || phase === 'cancelled')
  let { firings } = ledger
  if (fired.has(DWELL_CAUSE)) firings = withFiring(firings, DWELL_CLICK, SURE)
  for (const event of over) {
    const ended = open.find((one) => isSame(one, event))
    if (ended?.hasFired !== true) continue
    firings = withFiring(firings, ended.gesture, {
      peakScore: ended.peakScore,
      heldMs: event.heldMs,
    })
  }
  return {
    ledger: { watchedMs, firings },
    watch: {
      atMs: input.atMs,
      open: open.filter((one) => !over.some((event) => isSame(one, event))),
    },
  }
}

/** Per hour watched; 0 while nothing was. */
export const firingsPerHour = (count: number, watchedMs: number): number =>
  watchedMs > 0 ? (count * 3_600_000) / watchedMs : 0

const newOpenGesture = ({ gesture, hand, score }: GestureEvent): OpenGesture => ({
  gesture,
  hand,
  peakScore: score,
  hasFired: false,
})

function withPeakAndFiring(
  one: OpenGesture,
  events: readonly GestureEvent[],
  fired: ReadonlySet<string>,
): OpenGesture {
  const scores = events.filter((event) => isSame(one, event)).map(({ score }) => score)
  const peakScore = Math.max(one.peakScore, ...scores)
  return { ...one, peakScore, hasFired: one.hasFired || fired.has(one.gesture) }
}

const isSame = (
  one: OpenGesture,
  { gesture, hand }: Pick<GestureEvent, 'gesture' | 'hand'>,
): boolean => one.gesture === gesture && one.hand === hand

const isFiring = ({ effect }: CausedEffect): boolean =>
  !['pointer.move', 'pointer.release', 'key.release'].includes(effect.kind)

function withFiring(
  firings: ShadowLedger['firings'],
  gesture: GestureId,
  firing: Firing,
): ShadowLedger['firings'] {
  const before = firings[gesture] ?? { count: 0, newest: [] }
  const newest = [...before.newest, firing].slice(-MOST_KEPT)
  return { ...firings, [gesture]: { count: before.count + 1, newest } }
}
