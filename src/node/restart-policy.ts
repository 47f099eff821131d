/** A clock that tells the time and calls back. */
export interface RestartClock {
  nowMs(): number
  /** Calls once after the delay unless the answer is called first. */
  after(delayMs: number, act: () => void): () => void
}

/** Starts again what has ended, while another try makes sense. */
export interface RestartPolicy {
  /** After an end: has it started again after a wait; false when this was one end too many. */
  restart(start: () => void): boolean
  /** No start that is still to come comes. */
  cancel(): void
}

const MOST_ENDS = 3
const WITHIN_MS = 5 * 60_000
const FIRST_WAIT_MS = 250

/** Three ends within five minutes are the last; the waits before that double. */
export function createRestartPolicy(clock: RestartClock): RestartPolicy {
  let endsMs: readonly number[] = []
  let cancel = (): void => undefined
  return {
    restart: (start) => {
      const atMs = clock.nowMs()
      endsMs = [...endsMs.filter((ms) => atMs - ms < WITHIN_MS), atMs]
      if (endsMs.length >= MOST_ENDS) return false
      cancel = clock.after(FIRST_WAIT_MS * 2 ** (endsMs.length - 1), start)
      return true
    },
    cancel: () => {
      cancel()
    },
  }
}
