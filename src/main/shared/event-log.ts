import { createWriteStream, type WriteStream } from 'node:fs'
import { printable } from '../../node/printable.ts'

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
 * Nothing but what `LoggedEvent` names is ever written: no landmarks, no pictures, no typed text. A new file
 * is its user's alone.
 */
export async function openEventLog(target: string | undefined): Promise<EventLog> {
  if (target === undefined) return silent
  if (target === '-') return { ...toStream(process.stdout), close: () => Promise.resolve() }
  const stream = createWriteStream(target, { mode: 0o600 })
  await new Promise<void>((resolve, reject) => {
    stream.once('open', () => {
      resolve()
    })
    stream.once('error', reject)
  })
  return {
    ...toStream(stream),
    close: () =>
      new Promise((resolve) => {
        stream.end(resolve)
      }),
  }
}

function toStream(stream: WriteStream | NodeJS.WriteStream): Pick<EventLog, 'write'> {
  return {
    write: (event) => {
      // JSON leaves some of what a terminal obeys as it is; spelled out it is the same JSON.
      stream.write(`${printable(JSON.stringify(event, roundNumbers))}\n`)
    },
  }
}

const roundNumbers = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
