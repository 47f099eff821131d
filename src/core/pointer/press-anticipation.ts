import type { ScreenPoint } from '../geometry/point.ts'
import type { Finger } from '../hand/landmark.ts'
import { FINGERS } from '../hand/landmark.ts'

/** One frame of the pointing hand: where the cursor was and how near the finger tips were to the thumb. */
export interface CloseMoment {
  readonly atMs: number
  readonly cursor: ScreenPoint
  readonly pinchRatio: Readonly<Record<Finger, number>>
}

/** Oldest first; constant in length. */
export type CloseHistory = readonly CloseMoment[]

/** A pinch closes within this; older positions are where the user was before, not where they aimed. */
const HISTORY_MS = 250
/** From tips well apart to touching in about half a second is still a pinch; slower is a hand that changes its shape. */
const CLOSING_PALMS_PER_S = 1.5
/** Tips farther apart than this do not pinch yet. */
const NEAR_PALMS = 0.8
const NOISE_PALMS = 0.015

export const addToHistory = (history: CloseHistory, moment: CloseMoment): CloseHistory => [
  ...history.filter(({ atMs }) => moment.atMs - atMs <= HISTORY_MS),
  moment,
]

/** Where the cursor had settled before a finger began to close, if one is closing now. */
export function settledBeforeClosing(history: CloseHistory): ScreenPoint | undefined {
  const last = history.at(-1)
  if (last === undefined) return undefined
  for (const finger of FINGERS) {
    if (last.pinchRatio[finger] > NEAR_PALMS) continue
    const start = startOfClosing(history, finger)
    const lastedS = (last.atMs - start.atMs) / 1000
    const closed = start.pinchRatio[finger] - last.pinchRatio[finger]
    if (lastedS > 0 && closed / lastedS >= CLOSING_PALMS_PER_S) return start.cursor
  }
  return undefined
}

/** Where the cursor had settled before these fingers touched; for a pinch that has just begun. */
export function settledBeforeTouch(history: CloseHistory, finger: Finger): ScreenPoint | undefined {
  return history.length === 0 ? undefined : startOfClosing(history, finger).cursor
}

/** Goes back in time for as long as the tips were farther and farther apart. */
function startOfClosing(history: CloseHistory, finger: Finger): CloseMoment {
  let index = history.length - 1
  let start = history[index]
  while (index > 0) {
    const earlier = history[index - 1]
    if (!start || !earlier) break
    if (earlier.pinchRatio[finger] < start.pinchRatio[finger] + NOISE_PALMS) break
    start = earlier
    index -= 1
  }
  if (start === undefined) throw new Error('startOfClosing: expected a history, got none')
  return start
}
