import type { ClassifierEntry, Reading } from '../classifier/classifier.ts'
import { NONE } from '../classifier/classifier.ts'
import type { ActiveLane } from './arbiter.ts'
import { isBarred } from './arbiter.ts'
import type { CancelReason, GestureEvent, GestureHand, GestureId } from './gesture-event.ts'
import { handGate } from '../hand/hand-gate.ts'
import { isLost, isNewborn, NEWBORN_MS } from '../hand/hand-tracks.ts'
import type { HandTrack, HandTracks } from '../hand/hand-tracks.ts'
import { cancelRecogniser, gestureId, IDLE, recognise } from './recogniser.ts'
import type { Lane, RecogniserState, RecogniserStep } from './recogniser.ts'

/** Every recogniser of a project, one per classifier and hand, and what the arbiter lets them say. */
export interface GestureBank {
  readonly lanes: readonly BankLane[]
}

interface BankLane {
  readonly lane: Lane
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

const LANES: Readonly<Record<ClassifierEntry['of'], readonly GestureHand[]>> = {
  hand: ['left', 'right', 'both'],
  body: ['body'],
}

/** `entries` in order of precedence: what may bar comes before what it bars. */
export function createBank(
  entries: readonly Pick<ClassifierEntry, 'id' | 'timing' | 'of'>[],
): GestureBank {
  const lanes = entries.flatMap(({ id, timing, of }) =>
    LANES[of].map((hand) => ({
      lane: { classifier: id, hand, timing },
      state: IDLE,
      bornAtMs: undefined,
    })),
  )
  return { lanes }
}

export function stepBank({ lanes }: GestureBank, input: BankInput): BankStep {
  const active: ActiveLane[] = []
  const events: GestureEvent[] = []
  const next = lanes.map((lane) => {
    const step = stepLane(lane, input, active)
    for (const event of step.events) events.push(event)
    if (step.state.active !== undefined) active.push(lane.lane)
    // A hand that was missed in this frame is yet to be read: what it does then may be what it did before.
    const isRead = readingOf(lane.lane, input) !== undefined
    const born = isRead ? bornAtMs(lane.lane.hand, input) : lane.bornAtMs
    return { lane: lane.lane, state: step.state, bornAtMs: born }
  })
  return { bank: { lanes: next }, events }
}

/** Cancels everything that is active. */
export function cancelBank({ lanes }: GestureBank, reason: CancelReason, atMs: number): BankStep {
  const events: GestureEvent[] = []
  const next = lanes.map((lane) => {
    const step = cancelRecogniser(lane.state, lane.lane, reason, atMs)
    for (const event of step.events) events.push(event)
    return { ...lane, state: step.state }
  })
  return { bank: { lanes: next }, events }
}

/** Every gesture that lasts now. */
export const activeGestures = ({
  lanes,
}: GestureBank): readonly {
  readonly gesture: GestureId
  readonly hand: GestureHand
  readonly beganAtMs: number
}[] =>
  lanes.flatMap(({ lane, state: { active } }) =>
    active === undefined
      ? []
      : [
          {
            gesture: gestureId(lane.classifier, active.label),
            hand: lane.hand,
            beganAtMs: active.beganAtMs,
          },
        ],
  )

export const isLaneActive = (
  { lanes }: GestureBank,
  classifier: string,
  hand: GestureHand,
): boolean =>
  lanes.some(
    ({ lane, state }) =>
      lane.classifier === classifier && lane.hand === hand && state.active !== undefined,
  )

export const isBodyActive = ({ lanes }: GestureBank): boolean =>
  lanes.some(({ lane, state }) => lane.hand === 'body' && state.active !== undefined)

function stepLane(
  { lane, state, bornAtMs: bornBefore }: BankLane,
  input: BankInput,
  active: readonly ActiveLane[],
): RecogniserStep {
  const { atMs } = input
  const born = bornAtMs(lane.hand, input)
  const isAnotherHand = born === undefined || born !== bornBefore
  if (isAnotherHand || isReleased(lane, state, input)) {
    const reason = lane.hand === 'body' ? 'body-lost' : 'hand-lost'
    const lost = cancelRecogniser(state, lane, reason, atMs)
    if (!isAnotherHand) return lost
    // A hand that was here before the bank brings what it does along from another project: that does not count here.
    const stale = mayNotBegin(lane.hand, input) ? undefined : readingOf(lane, input)?.label
    return { state: { ...IDLE, stale }, events: lost.events }
  }
  if (isBarred(lane.classifier, lane.hand, active)) {
    const barred = cancelRecogniser(state, lane, 'overruled', atMs)
    // What is made meanwhile is part of what bars it: it must be made anew to count.
    const stale = lane.timing.needsFreshStart ? readingOf(lane, input)?.label : barred.state.stale
    return { state: { ...barred.state, stale }, events: barred.events }
  }
  const reading = readingOf(lane, input)
  if (reading === undefined) return { state, events: [] }
  const { label, score } = reading
  return recognise(state, lane, { atMs, label, score, mayNotBegin: mayNotBegin(lane.hand, input) })
}

function readingOf(lane: Lane, input: BankInput): Reading | undefined {
  const { readings, tracks, bodyBornAtMs } = input
  const found = readings.get(lane.classifier)?.find(({ hand }) => hand === lane.hand)
  if (found !== undefined) return found
  const isSeen =
    lane.hand === 'body'
      ? bodyBornAtMs !== undefined
      : owners(lane.hand, tracks).every((track) => track?.absentMs === 0)
  return isSeen ? { hand: lane.hand, label: NONE, score: 1 } : undefined
}

/** Lost, or away for too long for what it holds down. */
function isReleased(
  { classifier, hand }: Lane,
  { active }: RecogniserState,
  input: BankInput,
): boolean {
  if (active === undefined) return false
  const tracks = owners(hand, input.tracks)
  if (tracks.some((track) => track !== undefined && isLost(track))) return true
  const absentMs = Math.max(...tracks.map((track) => track?.absentMs ?? 0))
  return absentMs >= RELEASE_MS && input.isHolding(gestureId(classifier, active.label), hand)
}

/** Too new, or not to be seen well enough, to begin anything. */
const mayNotBegin = (hand: GestureHand, { tracks, bodyBornAtMs, atMs }: BankInput): boolean =>
  hand === 'body'
    ? bodyBornAtMs === undefined || atMs - bodyBornAtMs < NEWBORN_MS
    : owners(hand, tracks).some(
        (track) => track !== undefined && (isNewborn(track, atMs) || handGate(track) !== 'open'),
      )

function owners(
  hand: GestureHand,
  { left, right }: HandTracks,
): readonly (HandTrack | undefined)[] {
  if (hand === 'body') return []
  if (hand === 'both') return [left, right]
  return [hand === 'left' ? left : right]
}

/** Undefined when a hand that the lane needs, or the body, is not there. */
function bornAtMs(
  hand: GestureHand,
  { tracks, bodyBornAtMs }: Pick<BankInput, 'tracks' | 'bodyBornAtMs'>,
): number | undefined {
  if (hand === 'body') return bodyBornAtMs
  let born = 0
  for (const track of owners(hand, tracks)) {
    if (track === undefined) return undefined
    born += track.bornAtMs
  }
  return born
}
