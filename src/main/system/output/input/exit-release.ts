import { printableLines } from '../../../../node/printable.ts'
import type { Unsubscribe } from '../../../../contract/boundary/endpoints.ts'
import { messageOf, stackOf } from '../../../../contract/boundary/error-message.ts'

/** What ends the process from outside or by our own fault. */
export interface ExitCause {
  readonly reason: string
  /** 128 + the signal's number, or 1 after an uncaught error. */
  readonly code: number
  readonly error?: unknown
}

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
type Signal = keyof typeof SIGNALS

/** Past this the process ends anyway: the input process lets go by itself then. */
const RELEASE_WITHIN_MS = 1500

/**
 * Lets go of everything held before the process ends by a signal or an uncaught error, then hands over to `exit`. (A
 * kill that nobody can catch is the input process's case: it lets go when the app's end of its channel closes.)
 */
export function installExitRelease(
  dispatcher: { releaseAll(reason: string): Promise<void> },
  exit: (cause: ExitCause) => void = sayAndExit,
): Unsubscribe {
  let isLeaving = false
  const leave = (cause: ExitCause): void => {
    // A second Ctrl+C means now; a second error must not restart what the first began.
    if (isLeaving) return cause.error === undefined ? process.exit(cause.code) : undefined
    isLeaving = true
    const tooLate = new Promise((resolve) => setTimeout(resolve, RELEASE_WITHIN_MS).unref())
    const released = dispatcher.releaseAll(cause.reason).catch(() => undefined)
    void Promise.race([released, tooLate]).then(() => exit(cause))
  }
  const onSignal = (signal: Signal): void => leave({ reason: signal, code: 128 + SIGNALS[signal] })
  const onError = (error: unknown): void => leave({ reason: messageOf(error), code: 1, error })
  const signals: readonly Signal[] = ['SIGHUP', 'SIGINT', 'SIGTERM']
  for (const signal of signals) process.on(signal, onSignal)
  process.on('uncaughtException', onError)
  process.on('unhandledRejection', onError)
  return () => {
    for (const signal of signals) process.off(signal, onSignal)
    process.off('uncaughtException', onError)
    process.off('unhandledRejection', onError)
  }
}

function sayAndExit(cause: ExitCause): void {
  const { error } = cause
  if (error !== undefined) process.stderr.write(`${printableLines(stackOf(error))}\n`)
  process.exit(cause.code)
}
