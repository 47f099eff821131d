/** An exercise as two lines that a value has to cross: what lies between counts neither way. */
export interface Exercise {
  /** At least this bent: the movement has been made. */
  readonly bentDeg: number
  /** At most this bent: it is over, and counts. */
  readonly straightDeg: number
  /** Shorter ones are the tracker's, not the person's. */
  readonly minMs: number
}

/** Of the mean knee. Squats of pose_squats go from 17° to 107°; a half squat (60°) is not taken for one. */
export const SQUAT: Exercise = { bentDeg: 75, straightDeg: 40, minMs: 300 }

export interface RepetitionState {
  readonly count: number
  /**
   * straight: before the next; bent: it has been made and is to be finished; unknown: somebody who was bent from the start
   * has to stand up once before anything counts.
   */
  readonly phase: 'unknown' | 'straight' | 'bent'
  readonly sinceMs: number
}

export const NO_REPETITIONS: RepetitionState = { count: 0, phase: 'unknown', sinceMs: 0 }

/** One frame. Degrees that are not finite (the joint is not seen) change nothing. */
export function countRepetition(
  state: RepetitionState,
  degrees: number,
  atMs: number,
  { bentDeg, straightDeg, minMs }: Exercise,
): RepetitionState {
  const isStraight = degrees <= straightDeg
  if (state.phase === 'bent') {
    if (!isStraight) return state
    const count = atMs - state.sinceMs >= minMs ? state.count + 1 : state.count
    return { count, phase: 'straight', sinceMs: atMs }
  }
  if (isStraight && state.phase === 'unknown') return { ...state, phase: 'straight', sinceMs: atMs }
  if (degrees >= bentDeg && state.phase === 'straight') {
    return { ...state, phase: 'bent', sinceMs: atMs }
  }
  return state
}
