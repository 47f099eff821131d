import { LETTER_POINTS } from './letter-points.ts'

/** Frames that the letter network looks back over, and the time between them: a little more than a second. */
export const WINDOW_FRAMES = 32
export const WINDOW_STEP_MS = 1000 / 30

const HAND_VALUES = LETTER_POINTS / 2
/** Two frames further apart than this belong to different movements: nothing is drawn between them. */
const MAX_GAP_MS = 250
const SPAN_MS = (WINDOW_FRAMES - 1) * WINDOW_STEP_MS + MAX_GAP_MS

export interface SeenPoints {
  readonly atMs: number
  /** As `letterPoints` gives them. */
  readonly points: Float32Array
}

/** The newest frames that a window may need, oldest first. */
export type LetterRing = readonly SeenPoints[]

export const EMPTY_RING: LetterRing = []

/** Adds a frame and forgets those that are too old. A frame that is not later than the newest starts over: time has. */
export function pushFrame(ring: LetterRing, frame: SeenPoints): LetterRing {
  const newest = ring.at(-1)
  if (newest !== undefined && frame.atMs <= newest.atMs) return [frame]
  return [...ring.filter(({ atMs }) => frame.atMs - atMs <= SPAN_MS), frame]
}

/**
 * What the network is asked: 32 × 42 × 3, oldest frame first, 1/30 s apart, ending at the newest frame, so that a camera
 * of 15 or 60 frames a second shows it the same movement. Before the first frame, and where a hand is missing, zeros.
 */
export function windowOf(ring: LetterRing, into: Float32Array): Float32Array {
  const endMs = ring.at(-1)?.atMs ?? 0
  let next = 0
  for (let row = 0; row < WINDOW_FRAMES; row++) {
    const atMs = endMs - (WINDOW_FRAMES - 1 - row) * WINDOW_STEP_MS
    while (next < ring.length - 1 && (ring[next]?.atMs ?? Infinity) < atMs) next += 1
    const after = ring[next]
    const before = after !== undefined && after.atMs <= atMs ? after : ring[next - 1]
    const at = row * LETTER_POINTS
    for (const hand of [0, HAND_VALUES]) {
      writeHand({ before, after, atMs, from: hand }, into, at + hand)
    }
  }
  return into
}

interface Between {
  readonly before: SeenPoints | undefined
  readonly after: SeenPoints | undefined
  readonly atMs: number
  /** Where the hand's values begin in a frame's. */
  readonly from: number
}

/** The hand between two frames if both show it, else as the nearer one shows it, or does not. */
function writeHand({ before, after, atMs, from }: Between, into: Float32Array, at: number): void {
  if (before === undefined || after === undefined || before === after) {
    const only =
      before ?? (after !== undefined && after.atMs - atMs < WINDOW_STEP_MS / 2 ? after : undefined)
    copyHand(only, from, into, at)
    return
  }
  const gapMs = after.atMs - before.atMs
  const ratio = (atMs - before.atMs) / gapMs
  const isMixed = gapMs <= MAX_GAP_MS && hasHand(before, from) && hasHand(after, from)
  if (!isMixed) {
    copyHand(ratio < 0.5 ? before : after, from, into, at)
    return
  }
  for (let value = 0; value < HAND_VALUES; value++) {
    const low = before.points[from + value] ?? 0
    into[at + value] = low + ratio * ((after.points[from + value] ?? 0) - low)
  }
}

function copyHand(
  frame: SeenPoints | undefined,
  from: number,
  into: Float32Array,
  at: number,
): void {
  if (frame === undefined) into.fill(0, at, at + HAND_VALUES)
  else into.set(frame.points.subarray(from, from + HAND_VALUES), at)
}

const hasHand = ({ points }: SeenPoints, from: number): boolean =>
  points.subarray(from, from + HAND_VALUES).some((value) => value !== 0)
