import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { startProcess, type FirstMessage, type ProcessClient } from '../../../node/child-process.ts'
import { say } from '../../../contract/words/say.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import {
  trackerProcessReplySchema,
  type TrackerProcessCommand,
  type TrackerProcessReply,
} from '../../../inference/tracker/tracker-commands.ts'

/** The app's end of one tracker process. */
export interface TrackerClient {
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

export type TrackerStart = Omit<Extract<TrackerProcessCommand, { kind: 'start' }>, 'kind'>

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
export async function openTrackerClient(
  entryPath: string,
  start: TrackerStart,
): Promise<Result<TrackerClient>> {
  const child = startProcess({
    entry: entryPath,
    nodeOptions: SMALL_GARBAGE,
    env: { ...process.env, ...GIVE_BACK },
    errors: 'shown',
    parse: (message) => trackerProcessReplySchema.parse(message),
  })
  sendCommand(child, { kind: 'start', ...start })
  const first = await child.firstMessage(START_TIMEOUT_MS)
  if (first.kind === 'message' && first.message.kind === 'ready') {
    return ok(connectToTracker(child, first.message.port))
  }
  child.kill()
  return failed(whyNotReady(first))
}

type TrackerProcess = ProcessClient<TrackerProcessReply>

function connectToTracker(child: TrackerProcess, port: number): TrackerClient {
  let lastId = 0
  return {
    pid: child.pid,
    port,
    admit: (token) => {
      sendCommand(child, { kind: 'admit', token })
    },
    ping: () => {
      sendCommand(child, { kind: 'ping', id: (lastId += 1) })
    },
    onPong: (listener) => {
      child.onMessage((reply) => {
        if (reply.kind === 'pong') listener()
      })
    },
    onEnd: (listener) => {
      void child.ended.then(listener)
    },
    kill: child.kill,
  }
}

function sendCommand(child: TrackerProcess, command: TrackerProcessCommand): void {
  child.send(command)
}

function whyNotReady(first: FirstMessage<TrackerProcessReply>): Sentence {
  switch (first.kind) {
    case 'message':
      return first.message.kind === 'failed'
        ? first.message.message
        : say('The tracker process spoke nonsense.')
    case 'late':
      return say('The tracker process did not start in time.')
    case 'not-started':
      return say('The tracker process did not start: {}', first.reason)
    case 'exited':
      return say('The tracker process ended while it was starting.')
  }
}
