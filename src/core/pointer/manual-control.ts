import type { ScreenPoint } from '../geometry/point.ts'

/**
 * Whether a person has the real mouse, told from where the pointer is. The cases:
 *
 * | the pointer is                         | what was sent of late                | then                            |
 * | where it was sent                      | that                                 | ours; the readings can be trusted |
 * | within TAKEN_PX of where it last was   | anything                             | nothing                         |
 * | farther                                | nothing                              | theirs, for MANUAL_MS           |
 * | farther, and from all that was sent    | something, and readings are trusted  | theirs, for MANUAL_MS           |
 * | farther                                | something, readings never matched    | nothing: other units are read than sent |
 */
export interface ManualControl {
  /** Where the pointer was when it last was ours, or was last taken. */
  readonly knownAt: ScreenPoint | undefined
  readonly readAtMs: number
  readonly isTrusted: boolean
  /** The person has the mouse until then. */
  readonly untilMs: number
}

export interface SentPoint {
  readonly at: ScreenPoint
  readonly atMs: number
}

/** Tracky Mouse's numbers: 10 px of motion that was not ours give 2 s of manual control. */
const TAKEN_PX = 10
const MANUAL_MS = 2000
const SAME_PX = 2
/** Sent points explain a reading for this long; a move takes a millisecond, a busy system more. */
const REMEMBERED_MS = 500
/** A move sent shortly before a reading may arrive after it. */
const ON_ITS_WAY_MS = 100

export const NO_MANUAL_CONTROL: ManualControl = {
  knownAt: undefined,
  readAtMs: -Infinity,
  isTrusted: false,
  untilMs: -Infinity,
}

export const isManual = ({ untilMs }: ManualControl, nowMs: number): boolean => nowMs < untilMs

/** What is worth remembering of what was sent. */
export const rememberSent = (sent: readonly SentPoint[], now: SentPoint): readonly SentPoint[] => [
  ...sent.filter(({ atMs }) => now.atMs - atMs <= REMEMBERED_MS),
  now,
]

/** Takes in a reading of the pointer's place. `sent` is what we sent of late, on the same clock. */
export function readPointer(
  state: ManualControl,
  at: ScreenPoint,
  nowMs: number,
  sent: readonly SentPoint[],
): ManualControl {
  const recent = sent.filter(({ atMs }) => nowMs - atMs <= REMEMBERED_MS)
  const nearestPx = Math.min(...recent.map((one) => apartPx(one.at, at)))
  const read = { ...state, readAtMs: nowMs }
  if (nearestPx <= SAME_PX) return { ...read, knownAt: at, isTrusted: true }
  if (state.knownAt === undefined) return { ...read, knownAt: at }
  if (apartPx(state.knownAt, at) <= TAKEN_PX) return read
  const wasSent = recent.some(({ atMs }) => atMs >= state.readAtMs - ON_ITS_WAY_MS)
  const isTheirs = wasSent ? state.isTrusted && nearestPx > TAKEN_PX : true
  return { ...read, knownAt: at, untilMs: isTheirs ? nowMs + MANUAL_MS : state.untilMs }
}

const apartPx = (a: ScreenPoint, b: ScreenPoint): number => Math.hypot(a.x - b.x, a.y - b.y)
