import type { Result } from '../../../../contract/boundary/result.ts'
import { SaidError } from '../../../../contract/words/said-error.ts'
import { say } from '../../../../contract/words/say.ts'
import type { ScreenPoint } from '../../../../core/geometry/point.ts'
import { releaseOf } from './release-after-crash.ts'
import type { InputClient } from './input-client.ts'
import type { InputCommand } from './input-commands.ts'
import { createSpare } from './input-spare.ts'

/** An input process that comes back: one that has ended is followed by another. */
export interface InputStandby {
  command(command: InputCommand): Promise<ScreenPoint>
  close(): Promise<void>
}

/**
 * `open` starts another process; where none stands by it is asked at most once per `pauseMs`, so that a dead display costs little.
 * From the first order on one stands by: what a process held when it was killed stays down until another can let go of it, and
 * to start one takes 0.6 s on two cores, several under load.
 */
export function createInputStandby(
  first: InputClient,
  open: () => Promise<Result<InputClient>>,
  nowMs: () => number,
  pauseMs: number,
): InputStandby {
  const spare = createSpare(open)
  const openAnother = pacedOpening(open, nowMs, pauseMs)
  let client = first
  let reopening: Promise<InputClient> | undefined
  let isClosed = false
  const { send, letGoOfCutShort } = createSending()

  const reopen = async (): Promise<InputClient> => {
    client = (await spare.takeReady()) ?? (await openAnother())
    replaceWhenLost()
    letGoOfCutShort(client)
    return client
  }
  const livingClient = async (): Promise<InputClient> => {
    if (client.isAlive()) return client
    if (isClosed) throw new SaidError(say('Input was closed.'))
    reopening ??= reopen().finally(() => {
      reopening = undefined
    })
    return reopening
  }

  // What it held is still down: the next release must not wait for a process to start.
  const replaceWhenLost = (): void => {
    client.onLost(() => void livingClient().catch(() => undefined))
  }
  replaceWhenLost()

  return {
    command(command) {
      if (!client.isAlive()) return livingClient().then((opened) => send(opened, command))
      if (command.kind !== 'position') spare.standBy()
      // Straight to a living process: a pointer move is sent on the turn on which it was decided.
      return send(client, command)
    },
    async close() {
      isClosed = true
      await reopening?.catch(() => undefined)
      await spare.takeReady().then((standing) => standing?.close())
      await client.close()
    },
  }
}

interface Sending {
  send(to: InputClient, command: InputCommand): Promise<ScreenPoint>
  /** Has a new process let go of what the orders held that ended with the one before. */
  letGoOfCutShort(to: InputClient): void
}

/** Remembers each order that ended with its process: nobody else knows what it may have left pressed. */
function createSending(): Sending {
  const cutShort: InputCommand[] = []
  const send = (to: InputClient, command: InputCommand): Promise<ScreenPoint> => {
    const answer = to.command(command)
    answer.catch(() => {
      if (!to.isAlive()) cutShort.push(command)
    })
    return answer
  }
  return {
    send,
    letGoOfCutShort: (to) => {
      for (const command of cutShort.splice(0)) {
        const release = releaseOf(command)
        // One that fails with its process is sent again to the next.
        if (release !== undefined) void send(to, release).catch(() => undefined)
      }
    },
  }
}

function pacedOpening(
  open: () => Promise<Result<InputClient>>,
  nowMs: () => number,
  pauseMs: number,
): () => Promise<InputClient> {
  let triedAtMs = -Infinity
  return async () => {
    if (nowMs() - triedAtMs < pauseMs)
      throw new SaidError(say('The pointer cannot be moved just now.'))
    triedAtMs = nowMs()
    const opened = await open()
    if (!opened.ok) throw new SaidError(opened.problem.message)
    return opened.value
  }
}
