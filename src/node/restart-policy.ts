/** Whether a process that ended is worth another try. */
export interface RestartPolicy {
  /** The wait before the next start, or undefined: it ends too often. */
  afterEnd(atMs: number): number | undefined
}

const MOST_ENDS = 3
const WITHIN_MS = 5 * 60_000
const FIRST_WAIT_MS = 250

/** Three ends within five minutes are the last; the waits before that double. */
export function createRestartPolicy(): RestartPolicy {
  let endsMs: readonly number[] = []
  return {
    afterEnd: (atMs) => {
      endsMs = [...endsMs.filter((ms) => atMs - ms < WITHIN_MS), atMs]
      if (endsMs.length >= MOST_ENDS) return undefined
      return FIRST_WAIT_MS * 2 ** (endsMs.length - 1)
    },
  }
}
