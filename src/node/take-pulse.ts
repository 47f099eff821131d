import type { RestartClock } from './restart-policy.ts'

/** A process that is asked for signs of life. */
export interface PulsedProcess {
  /** Asks for one, which is told by `answered`. */
  ping(): void
  /** Ends it at once. */
  kill(): void
}

export interface Pulse {
  /** The process has given a sign of life. */
  answered(): void
  /** Whether it gave none any more, and was killed for it. */
  isHung(): boolean
  stop(): void
}

export interface PulseTimes {
  readonly everyMs: number
  /** Counted in questions, so that a pause of this process's own is not taken for one of the other's. */
  readonly hangsAfterMs: number
}

/** Asks for signs of life from now on, and kills what gives none: its end is what is acted upon. */
export function takePulse(
  process: PulsedProcess,
  clock: Pick<RestartClock, 'after'>,
  { everyMs, hangsAfterMs }: PulseTimes,
): Pulse {
  const mostUnanswered = hangsAfterMs / everyMs
  let unanswered = 0
  let isHung = false
  let cancel = (): void => undefined
  const ask = (): void => {
    isHung = unanswered >= mostUnanswered
    if (isHung) {
      process.kill()
      return
    }
    unanswered += 1
    process.ping()
    cancel = clock.after(everyMs, ask)
  }
  ask()
  return {
    answered: () => {
      unanswered = 0
    },
    isHung: () => isHung,
    stop: () => {
      cancel()
    },
  }
}
