import type { LabelTiming } from '../classifier/classifier.ts'
import { NONE } from '../classifier/classifier.ts'
import type { CancelReason, GestureEvent, GestureHand, GestureId } from './gesture-event.ts'

/**
 * Turns one classifier's labels of one hand into gestures with a beginning and an end. The cases:
 *
 * | active | label read                                  | then                                                         |
 * | –      | none                                        | –                                                            |
 * | –      | A, not yet enterMs                          | –: wait                                                      |
 * | –      | A for enterMs                               | A: it began; as brought when the hand came into view with it |
 * | A      | A                                           | A: it changed                                                |
 * | A      | none, not yet exitMs, or B, not yet enterMs | A: it changed                                                |
 * | A      | none for exitMs                             | –: A ended                                                   |
 * | A      | B for enterMs                               | B: A ended, B began                                          |
 * | A      | B, an upgrade of A                          | B: A cancelled as overruled, B began                         |
 * | A      | cancelled from outside                      | –: A cancelled                                               |
 */
export interface RecogniserState {
  readonly active: ActiveLabel | undefined
  /** The label read last and since when without a break. */
  readonly read: { readonly label: string; readonly sinceMs: number } | undefined
  /** A label that was there before it could count: it must give way to another before it may begin. */
  readonly stale: string | undefined
  /** A label that the hand came into view with, until it shows another. */
  readonly brought: string | undefined
}

interface ActiveLabel {
  readonly label: string
  readonly beganAtMs: number
  readonly score: number
}

export interface RecogniserInput {
  readonly atMs: number
  readonly label: string
  readonly score: number
  /** The hand is too new, or badly seen: labels are watched but nothing begins. */
  readonly mayNotBegin: boolean
}

export interface RecogniserStep {
  readonly state: RecogniserState
  readonly events: readonly GestureEvent[]
}

/** Whose labels: a classifier on a hand. */
export interface RecogniserKey {
  readonly classifier: string
  readonly hand: GestureHand
  readonly timing: LabelTiming
}

export const IDLE: RecogniserState = {
  active: undefined,
  read: undefined,
  stale: undefined,
  brought: undefined,
}
const QUIET: readonly GestureEvent[] = []

export function recognise(
  state: RecogniserState,
  key: RecogniserKey,
  input: RecogniserInput,
): RecogniserStep {
  const { atMs, label, score } = input
  const read = state.read?.label === label ? state.read : { label, sinceMs: atMs }
  const stale = staleLabel(state.stale, key, input)
  const brought = input.mayNotBegin || state.brought === label ? label : undefined
  const { active } = state
  const lastedMs = atMs - read.sinceMs
  if (active !== undefined && !isLeaving(active, key, label, lastedMs)) {
    const next = active.label === label ? { ...active, score } : active
    return {
      state: { active: next, read, stale, brought },
      events: [gestureEvent(key, next, 'changed', atMs)],
    }
  }
  const endings = active === undefined ? QUIET : [endEvent(key, active, label, atMs)]
  const canBegin =
    label !== NONE && label !== stale && !input.mayNotBegin && lastedMs >= key.timing.enterMs
  if (!canBegin) return { state: { active: undefined, read, stale, brought }, events: endings }
  const begun: ActiveLabel = { label, beganAtMs: atMs, score }
  const beginning = gestureEvent(key, begun, 'began', atMs)
  return {
    state: { active: begun, read, stale, brought },
    events: [...endings, brought === label ? { ...beginning, isBrought: true } : beginning],
  }
}

/** After these a gesture that simply goes on must not act again: it might undo what has just been done. */
const FOR_GOOD: readonly CancelReason[] = ['project-switched', 'tracking-stopped', 'paused', 'quit']

/**
 * Ends what is active for a reason from outside. Since when a label was read is forgotten; what does not count stays so: a hand that
 * goes on pinching must not press because everything was cancelled once more.
 */
export function cancelRecogniser(
  state: RecogniserState,
  key: RecogniserKey,
  reason: CancelReason,
  atMs: number,
): RecogniserStep {
  const { brought } = state
  if (state.active === undefined) {
    return { state: { ...IDLE, stale: state.stale, brought }, events: QUIET }
  }
  const cancelled = { ...gestureEvent(key, state.active, 'cancelled', atMs), reason }
  const isStale = key.timing.needsFreshStart || FOR_GOOD.includes(reason)
  const stale = isStale ? state.active.label : undefined
  return { state: { ...IDLE, stale, brought }, events: [cancelled] }
}

function staleLabel(
  stale: string | undefined,
  key: RecogniserKey,
  input: RecogniserInput,
): string | undefined {
  if (input.mayNotBegin && key.timing.needsFreshStart) return input.label
  return stale === input.label ? stale : undefined
}

function isLeaving(
  active: ActiveLabel,
  key: RecogniserKey,
  label: string,
  lastedMs: number,
): boolean {
  if (active.label === label) return false
  const neededMs = label === NONE ? key.timing.exitMs : key.timing.enterMs
  return isUpgrade(key, active.label, label) || lastedMs >= neededMs
}

const isUpgrade = (key: RecogniserKey, from: string, to: string): boolean =>
  key.timing.upgrades.some(([low, high]) => low === from && high === to)

function endEvent(
  key: RecogniserKey,
  active: ActiveLabel,
  label: string,
  atMs: number,
): GestureEvent {
  if (!isUpgrade(key, active.label, label)) return gestureEvent(key, active, 'ended', atMs)
  return { ...gestureEvent(key, active, 'cancelled', atMs), reason: 'overruled' }
}

function gestureEvent(
  { classifier, hand }: RecogniserKey,
  { label, beganAtMs, score }: ActiveLabel,
  phase: GestureEvent['phase'],
  atMs: number,
): GestureEvent {
  return {
    gesture: gestureId(classifier, label),
    hand,
    phase,
    atMs,
    score,
    heldMs: atMs - beganAtMs,
  }
}

export const gestureId = (classifier: string, label: string): GestureId => `${classifier}.${label}`
