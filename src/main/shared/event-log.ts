import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import type { StageProblem } from '../../contract/channels/status.ts'
import { saidBy } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import { codeOf } from '../../node/error-code.ts'
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
  /** Called once when no line can be written any more: whoever read them has gone, or the disk is full. */
  onLost(listener: (problem: StageProblem) => void): void
  /** Resolves when every line is with the system, or none can be any more. */
  close(): Promise<void>
}

const silent: EventLog = {
  write: () => undefined,
  onLost: () => undefined,
  close: () => Promise.resolve(),
}

/**
 * Writes events as JSON lines to a file or, for `-`, to standard output. Rejects when the file cannot be opened. What
 * goes wrong later ends the log and nothing else: a script that stops reading must not take the hand's control away.
 * Nothing but what `LoggedEvent` names is ever written: no landmarks, no pictures, no typed text.
 */
export async function openEventLog(target: string | undefined): Promise<EventLog> {
  if (target === undefined) return silent
  if (target === '-') return toStream(process.stdout, 'standard output', () => Promise.resolve())
  // Only ours: it tells what somebody did all day.
  const stream = createWriteStream(target, { mode: 0o600 })
  await once(stream, 'open')
  return toStream(stream, target, () => closed(stream))
}

function toStream(
  stream: WriteStream | NodeJS.WriteStream,
  name: string,
  close: EventLog['close'],
): EventLog {
  const listeners: ((problem: StageProblem) => void)[] = []
  let isLost = false
  stream.on('error', (error) => {
    if (isLost) return
    isLost = true
    for (const listener of listeners) listener(lost(name, error))
  })
  return {
    write: (event) => {
      // JSON leaves some of what a terminal obeys as it is; spelled out it is the same JSON.
      if (!isLost) stream.write(`${printable(JSON.stringify(event, roundNumbers))}\n`)
    },
    onLost: (listener) => void listeners.push(listener),
    close: () => (isLost ? Promise.resolve() : close()),
  }
}

/** A disk that is full says so at the last write of all, too. */
const closed = (stream: WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.once('close', resolve)
    stream.end()
  })

function lost(name: string, error: unknown): StageProblem {
  const about = { stage: 'output', severity: 'medium' } as const
  if (codeOf(error) === 'EPIPE') {
    return {
      ...about,
      message: say('Nobody reads the events any more; Beckon goes on without them.'),
    }
  }
  return {
    ...about,
    message: say('The events cannot be written to {} any more: {}.', name, saidBy(error)),
    fix: say('Make room there, or name another file, and start Beckon again.'),
  }
}

const roundNumbers = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
