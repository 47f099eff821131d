import { printableLines } from '../../../../node/printable.ts'
import type { Unsubscribe } from '../../../../contract/boundary/endpoints.ts'
import { messageOf, stackOf } from '../../../../contract/boundary/error-message.ts'
import { onEndSignals } from '../../../../node/end-signals.ts'

/** What ends the process from outside or by our own fault. */
export interface ExitCause {
  readonly reason: string
  /** 128 + the signal's number, or 1 after an uncaught error. */
  readonly code: number
  readonly error?: unknown
}

/** Past this the process ends anyway: the input process lets go by itself then. */
const RELEASE_WITHIN_MS = 1500

/**
 * Lets go of everything held before the process ends by a signal or an uncaught error, then hands over to `exit`. (A
 * kill that nobody can catch is the input process's case: it lets go when the app's end of its channel closes.)
 */
export function installExitRelease(
  dispatcher: { releaseAll(reason: string): Promise<void> },
  exit: (cause: ExitCause) => void = sayAndExit,
  /** Takes a fault that ends nothing: it was none of control's, and has been told. */
  survives: (error: unknown) => boolean = () => false,
): Unsubscribe {
  let isLeaving = false
  const releaseAndExit = (cause: ExitCause): void => {
    // A second error must not restart what the first began.
    if (isLeaving) return
    isLeaving = true
    const tooLate = new Promise((resolve) => setTimeout(resolve, RELEASE_WITHIN_MS).unref())
    const released = dispatcher.releaseAll(cause.reason).catch(() => undefined)
    void Promise.race([released, tooLate]).then(
      () => exit(cause),
      () => exit(cause),
    )
  }
  const onError = (error: unknown): void => {
    if (!survives(error)) releaseAndExit({ reason: messageOf(error), code: 1, error })
  }
  const stopListening = onEndSignals((signal, code) => {
    releaseAndExit({ reason: signal, code })
  })
  process.on('uncaughtException', onError)
  process.on('unhandledRejection', onError)
  return () => {
    stopListening()
    process.off('uncaughtException', onError)
    process.off('unhandledRejection', onError)
  }
}

function sayAndExit(cause: ExitCause): void {
  const { error } = cause
  if (error !== undefined) process.stderr.write(`${printableLines(stackOf(error))}\n`)
  process.exit(cause.code)
}
