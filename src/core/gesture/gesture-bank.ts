import type { ClassifierEntry, Reading } from '../classifier/classifier.ts'
import { NONE } from '../classifier/classifier.ts'
import type { Claim } from './arbiter.ts'
import { isBarred } from './arbiter.ts'
import type { CancelReason, GestureEvent, GestureHand, GestureId } from './gesture-event.ts'
import { handGate } from '../hand/hand-gate.ts'
import { isLost, isNewborn, NEWBORN_MS } from '../hand/hand-tracks.ts'
import type { HandTrack, HandTracks } from '../hand/hand-tracks.ts'
import { cancelRecogniser, gestureId, IDLE, recognise } from './recogniser.ts'
import type { RecogniserKey, RecogniserState, RecogniserStep } from './recogniser.ts'

/** Every recogniser of a project, one per classifier and hand, and what the arbiter lets them say. */
export interface GestureBank {
  readonly recognisers: readonly BankEntry[]
}

interface BankEntry {
  readonly key: RecogniserKey & Claim
  readonly state: RecogniserState
  /** Births of the hands it was last read from: another birth means another hand. */
  readonly bornAtMs: number | undefined
}

export interface BankInput {
  readonly atMs: number
  readonly tracks: HandTracks
  /** Frame time at which the body came into view; undefined while none is there. */
  readonly bodyBornAtMs: number | undefined
  /** Per classifier id; a hand without a reading was not seen in this frame. */
  readonly readings: ReadonlyMap<string, readonly Reading[]>
  /** Whether a button or key is down because of this gesture. */
  readonly isHolding: (gesture: GestureId, hand: GestureHand) => boolean
}

export interface BankStep {
  readonly bank: GestureBank
  readonly events: readonly GestureEvent[]
}

/**
 * A button or key goes up at the first frame this long after the hand was last seen: from 20 frames per second up that is
 * within 100 ms, and below it is the first frame without the hand. At 30 per second one missed frame is forgiven. Gestures
 * that hold nothing wait for the hand until it is lost (LOST_MS).
 */
export const RELEASE_MS = 50

const HANDS_OF_KIND: Readonly<Record<ClassifierEntry['of'], readonly GestureHand[]>> = {
  hand: ['left', 'right', 'both'],
  body: ['body'],
}

/** `entries` in order of precedence: what overrules comes before what it overrules. */
export function createBank(
  entries: readonly Pick<ClassifierEntry, 'id' | 'timing' | 'of' | 'precedence'>[],
): GestureBank {
  const recognisers = entries.flatMap(({ id, timing, of, precedence }) =>
    HANDS_OF_KIND[of].map((hand) => ({
      key: { classifier: id, hand, timing, precedence },
      state: IDLE,
      bornAtMs: undefined,
    })),
  )
  return { recognisers }
}

export function stepBank({ recognisers }: GestureBank, input: BankInput): BankStep {
  const active: Claim[] = []
  const events: GestureEvent[] = []
  const next = recognisers.map((entry) => {
    const step = stepRecogniser(entry, input, active)
    for (const event of step.events) events.push(event)
    if (step.state.active !== undefined) active.push(entry.key)
    // A hand that was missed in this frame is yet to be read: what it does then may be what it did before.
    const isRead = readingOf(entry.key, input) !== undefined
    const born = isRead ? bornAtMs(entry.key.hand, input) : entry.bornAtMs
    return { key: entry.key, state: step.state, bornAtMs: born }
  })
  return { bank: { recognisers: next }, events }
}

/** Cancels everything that is active. */
export function cancelBank(
  { recognisers }: GestureBank,
  reason: CancelReason,
  atMs: number,
): BankStep {
  const events: GestureEvent[] = []
  const next = recognisers.map((entry) => {
    const step = cancelRecogniser(entry.state, entry.key, reason, atMs)
    for (const event of step.events) events.push(event)
    return { ...entry, state: step.state }
  })
  return { bank: { recognisers: next }, events }
}

/** Every gesture that lasts now. */
export const activeGestures = ({
  recognisers,
}: GestureBank): readonly {
  readonly gesture: GestureId
  readonly hand: GestureHand
  readonly beganAtMs: number
}[] =>
  recognisers.flatMap(({ key, state: { active } }) =>
    active === undefined
      ? []
      : [
          {
            gesture: gestureId(key.classifier, active.label),
            hand: key.hand,
            beganAtMs: active.beganAtMs,
          },
        ],
  )

export const isRecogniserActive = (
  { recognisers }: GestureBank,
  classifier: string,
  hand: GestureHand,
): boolean =>
  recognisers.some(
    ({ key, state }) =>
      key.classifier === classifier && key.hand === hand && state.active !== undefined,
  )

export const isBodyActive = ({ recognisers }: GestureBank): boolean =>
  recognisers.some(({ key, state }) => key.hand === 'body' && state.active !== undefined)

function stepRecogniser(
  { key, state, bornAtMs: bornBefore }: BankEntry,
  input: BankInput,
  active: readonly Claim[],
): RecogniserStep {
  const { atMs } = input
  const born = bornAtMs(key.hand, input)
  const isAnotherHand = born === undefined || born !== bornBefore
  if (isAnotherHand || hasLeftItsHand(key, state, input)) {
    const reason = key.hand === 'body' ? 'body-lost' : 'hand-lost'
    const lost = cancelRecogniser(state, key, reason, atMs)
    if (!isAnotherHand) return lost
    // A hand that was here before the bank brings what it does along from another project: that does not count here.
    const stale = mayNotBegin(key.hand, input) ? undefined : readingOf(key, input)?.label
    return { state: { ...IDLE, stale }, events: lost.events }
  }
  if (isBarred(key, active)) {
    const barred = cancelRecogniser(state, key, 'overruled', atMs)
    // What is made meanwhile is part of what bars it: it must be made anew to count.
    const stale = key.timing.needsFreshStart ? readingOf(key, input)?.label : barred.state.stale
    return { state: { ...barred.state, stale }, events: barred.events }
  }
  const reading = readingOf(key, input)
  if (reading === undefined) return { state, events: [] }
  const { label, score } = reading
  return recognise(state, key, { atMs, label, score, mayNotBegin: mayNotBegin(key.hand, input) })
}

function readingOf(key: RecogniserKey, input: BankInput): Reading | undefined {
  const { readings, tracks, bodyBornAtMs } = input
  const found = readings.get(key.classifier)?.find(({ hand }) => hand === key.hand)
  if (found !== undefined) return found
  const isSeen =
    key.hand === 'body'
      ? bodyBornAtMs !== undefined
      : tracksOfGesture(key.hand, tracks).every((track) => track?.absentMs === 0)
  return isSeen ? { hand: key.hand, label: NONE, score: 1 } : undefined
}

/** Lost, or away for too long for what it holds down. */
function hasLeftItsHand(
  { classifier, hand }: RecogniserKey,
  { active }: RecogniserState,
  input: BankInput,
): boolean {
  if (active === undefined) return false
  const tracks = tracksOfGesture(hand, input.tracks)
  if (tracks.some((track) => track !== undefined && isLost(track))) return true
  const absentMs = Math.max(...tracks.map((track) => track?.absentMs ?? 0))
  return absentMs >= RELEASE_MS && input.isHolding(gestureId(classifier, active.label), hand)
}

/** Too new, or not to be seen well enough, to begin anything. */
const mayNotBegin = (hand: GestureHand, { tracks, bodyBornAtMs, atMs }: BankInput): boolean =>
  hand === 'body'
    ? bodyBornAtMs === undefined || atMs - bodyBornAtMs < NEWBORN_MS
    : tracksOfGesture(hand, tracks).some(
        (track) => track !== undefined && (isNewborn(track, atMs) || handGate(track) !== 'open'),
      )

function tracksOfGesture(
  hand: GestureHand,
  { left, right }: HandTracks,
): readonly (HandTrack | undefined)[] {
  if (hand === 'body') return []
  if (hand === 'both') return [left, right]
  return [hand === 'left' ? left : right]
}

/** Undefined when a hand that the recogniser needs, or the body, is not there. */
function bornAtMs(
  hand: GestureHand,
  { tracks, bodyBornAtMs }: Pick<BankInput, 'tracks' | 'bodyBornAtMs'>,
): number | undefined {
  if (hand === 'body') return bodyBornAtMs
  let born = 0
  for (const track of tracksOfGesture(hand, tracks)) {
    if (track === undefined) return undefined
    born += track.bornAtMs
  }
  return born
}
