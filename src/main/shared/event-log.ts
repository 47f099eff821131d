import { createWriteStream, type WriteStream } from 'node:fs'
import { hearErrors } from '../../node/hear-errors.ts'
import { reportFault } from '../../contract/boundary/faults.ts'
import { codeOf } from '../../node/error-code.ts'

/** One line of `--events`. `atMs` counts from the first camera frame; 0 before it. */
export type LoggedEvent =
  | {
      readonly atMs: number
      readonly kind: 'state'
      readonly state: string
      readonly project: string
      readonly camera: string
      readonly tracker: string
      readonly hint: string | undefined
    }
  | {
      readonly atMs: number
      readonly kind: 'gesture'
      readonly gesture: string
      readonly hand: string
      readonly phase: string
      readonly score: number
      readonly heldMs: number
      /** The hand came into view like this, so that it does nothing. */
      readonly isBrought: true | undefined
      readonly reason: string | undefined
    }
  | ({
      readonly atMs: number
      readonly kind: 'action'
      readonly action: string
      readonly cause: string
      readonly isDryRun: boolean
      /** From reading the camera frame to the system having carried it out. */
      readonly latencyMs: number
      /** What the stages of the causing frame took, ms. */
      readonly stagesMs: Readonly<Record<string, number>> | undefined
    } & Readonly<Record<string, unknown>>)

export interface EventLog {
  write(event: LoggedEvent): void
  /** Resolves when every line is with the system. */
  close(): Promise<void>
}

const silent: EventLog = { write: () => undefined, close: () => Promise.resolve() }

/**
 * Writes events as JSON lines to a file or, for `-`, to standard output. Rejects when the file cannot be opened.
 * Nothing but what `LoggedEvent` names is ever written: no landmarks, no pictures, no typed text.
 */
export async function openEventLog(target: string | undefined): Promise<EventLog> {
  if (target === undefined) return silent
  if (target === '-') return toStandardOutput()
  const stream = createWriteStream(target)
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => {
      resolve()
    })
    stream.once('error', reject)
  })
  // A disk that fills up ends the log, and nothing else.
  hearErrors(stream, (error) => reportFault({ stage: 'host', error }))
  return {
    ...toStream(stream),
    close: () =>
      new Promise((resolve) => {
        stream.end(resolve)
      }),
  }
}

/** Whoever reads it is gone: as in any pipeline, so is what it read from. */
function toStandardOutput(): EventLog {
  const { stdout } = process
  const hear = (error: Error): void => {
    reportFault({ stage: codeOf(error) === 'EPIPE' ? 'control' : 'host', error })
  }
  stdout.on('error', hear)
  return {
    ...toStream(stdout),
    close: () => {
      stdout.off('error', hear)
      return Promise.resolve()
    },
  }
}

function toStream(stream: WriteStream | NodeJS.WriteStream): Pick<EventLog, 'write'> {
  return {
    write: (event) => {
      stream.write(`${JSON.stringify(event, roundNumbers)}\n`)
    },
  }
}

const roundNumbers = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
