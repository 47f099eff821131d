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

interface CutShort {
  readonly command: InputCommand
  /** How many processes have ended at it. */
  readonly ends: number
}

/** A process may end at an order by chance; what three have ended at is the cause. */
const MOST_ENDS = 3

/**
 * Remembers each order that ended with its process: nobody else knows what it may have left pressed. The next is asked to let go of one
 * thing at a time; what ends that one, too, comes last with the one after, and is given up in the end: no release makes a loop.
 */
function createSending(): Sending {
  const cutShort: CutShort[] = []
  const send = (to: InputClient, command: InputCommand): Promise<ScreenPoint> => {
    const answer = to.command(command)
    answer.catch(() => {
      if (!to.isAlive()) cutShort.push({ command, ends: 0 })
    })
    return answer
  }
  const letGo = (to: InputClient, releases: readonly CutShort[]): void => {
    let isFirst = true
    for (const { command, ends } of releases) {
      to.command(command).catch(() => {
        if (to.isAlive()) return
        // Orders are carried out one after another: the first without an answer is where it ended.
        const again = { command, ends: isFirst ? ends + 1 : ends }
        isFirst = false
        if (again.ends < MOST_ENDS) cutShort.push(again)
      })
    }
  }
  return {
    send,
    letGoOfCutShort: (to) => {
      const releases = cutShort
        .splice(0)
        .flatMap(({ command, ends }) => releaseOf(command).map((each) => ({ command: each, ends })))
      letGo(
        to,
        releases.toSorted((a, b) => a.ends - b.ends),
      )
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
