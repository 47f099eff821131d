import { fork, type ChildProcess } from 'node:child_process'
import { failed, ok, type Result } from '../../contract/result.ts'
import { say } from '../../contract/say.ts'
import type { Sentence } from '../../core/sentence.ts'
import {
  trackerProcessReplySchema,
  type TrackerProcessOrder,
  type TrackerProcessReply,
} from './tracker-orders.ts'

/** The app's end of one tracker process. */
export interface TrackerLink {
  readonly pid: number
  /** Where it takes pictures. */
  readonly port: number
  /** From now on this token, and no other, lets a page in. */
  admit(token: string): void
  /** Asks for a sign of life, which `onPong` hears unless the process hangs. */
  ping(): void
  onPong(listener: () => void): void
  /** Hears once that the process is gone, however it ended. */
  onEnd(listener: () => void): void
  /** Ends it at once: it holds nothing that would have to be let go. */
  kill(): void
}

export type TrackerStart = Omit<Extract<TrackerProcessOrder, { kind: 'start' }>, 'kind'>

/** Young garbage is collected after 1 MB and not after 16: each picture's buffer hangs on a few bytes of it. */
const SMALL_GARBAGE = ['--max-semi-space-size=1']
/** Has Linux's malloc return what reading the models took: 30 MB less for as long as the process lives. */
const GIVE_BACK = {
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_ARENA_MAX: '1',
}

/** Reading and warming up the models takes half a second; a busy machine is given its time. */
const START_TIMEOUT_MS = 20_000

/** Starts a tracker process; resolves when its models are warm, or fails with words. */
export async function openTrackerLink(
  entryPath: string,
  start: TrackerStart,
): Promise<Result<TrackerLink>> {
  const child = fork(entryPath, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...SMALL_GARBAGE],
    env: { ...process.env, ...GIVE_BACK },
  })
  const started = untilStarted(child)
  tell(child, { kind: 'start', ...start })
  const reply = await started
  if (reply.kind !== 'ready') {
    child.kill('SIGKILL')
    return failed(reply.kind === 'failed' ? reply.message : NONSENSE)
  }
  return ok(linkTo(child, reply.port))
}

const NONSENSE = say('The tracker process spoke nonsense.')
const TOO_LATE = say('The tracker process did not start in time.')

function linkTo(child: ChildProcess, port: number): TrackerLink {
  let lastId = 0
  return {
    pid: child.pid ?? 0,
    port,
    admit: (token) => {
      tell(child, { kind: 'admit', token })
    },
    ping: () => {
      tell(child, { kind: 'ping', id: (lastId += 1) })
    },
    onPong: (listener) => {
      child.on('message', (message) => {
        if (trackerProcessReplySchema.parse(message).kind === 'pong') listener()
      })
    },
    onEnd: (listener) => {
      if (child.exitCode !== null || child.signalCode !== null) listener()
      else child.once('exit', listener)
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}

function tell(child: ChildProcess, order: TrackerProcessOrder): void {
  // A failure to send is followed by `exit`, which is what counts.
  if (child.connected) child.send(order, () => undefined)
}

function untilStarted(child: ChildProcess): Promise<TrackerProcessReply> {
  return new Promise((resolve) => {
    const settle = (reply: TrackerProcessReply): void => {
      clearTimeout(timer)
      resolve(reply)
    }
    const fail = (message: Sentence): void => {
      settle({ kind: 'failed', message })
    }
    const timer = setTimeout(fail, START_TIMEOUT_MS, TOO_LATE)
    child.once('error', (error) => {
      fail(say('The tracker process did not start: {}', error.message))
    })
    child.once('exit', () => {
      fail(say('The tracker process ended while it was starting.'))
    })
    child.once('message', (message) => {
      settle(trackerProcessReplySchema.parse(message))
    })
  })
}
