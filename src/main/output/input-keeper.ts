import type { Result } from '../../contract/result.ts'
import { SaidError } from '../../contract/said-error.ts'
import { say } from '../../contract/say.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'
import { lettingGoOf } from './cut-short.ts'
import type { InputLink } from './input-link.ts'
import type { InputOrder } from './input-orders.ts'
import { createSpare } from './input-spare.ts'

/** An input process that comes back: one that has ended is followed by another. */
export interface InputKeeper {
  order(order: InputOrder): Promise<ScreenPoint>
  close(): Promise<void>
}

/**
 * `open` starts another process; where none stands by it is asked at most once per `pauseMs`, so that a dead display costs little.
 * From the first order on one stands by: what a process held when it was killed stays down until another can let go of it, and
 * to start one takes 0.6 s on two cores, several under load.
 */
export function keepInput(
  first: InputLink,
  open: () => Promise<Result<InputLink>>,
  nowMs: () => number,
  pauseMs: number,
): InputKeeper {
  const spare = createSpare(open)
  const openAnother = pacedOpening(open, nowMs, pauseMs)
  let link = first
  let reopening: Promise<InputLink> | undefined
  let isClosed = false
  const cutShort: InputOrder[] = []

  const send = (to: InputLink, order: InputOrder): Promise<ScreenPoint> => {
    const answer = to.order(order)
    answer.catch(() => {
      if (!to.isAlive()) cutShort.push(order)
    })
    return answer
  }
  const reopen = async (): Promise<InputLink> => {
    link = (await spare.take()) ?? (await openAnother())
    watch()
    for (const order of cutShort.splice(0)) {
      const release = lettingGoOf(order)
      // One that fails with its process is sent again to the next.
      if (release !== undefined) void send(link, release).catch(() => undefined)
    }
    return link
  }
  const alive = async (): Promise<InputLink> => {
    if (link.isAlive()) return link
    if (isClosed) throw new SaidError(say('Input was closed.'))
    reopening ??= reopen().finally(() => {
      reopening = undefined
    })
    return reopening
  }

  // What it held is still down: the next release must not wait for a process to start.
  const watch = (): void => {
    link.onLost(() => void alive().catch(() => undefined))
  }
  watch()

  return {
    order(order) {
      if (!link.isAlive()) return alive().then((opened) => send(opened, order))
      if (order.kind !== 'position') spare.standBy()
      // Straight to a living process: a pointer move is sent on the turn on which it was decided.
      return send(link, order)
    },
    async close() {
      isClosed = true
      await reopening?.catch(() => undefined)
      await spare.take().then((standing) => standing?.close())
      await link.close()
    },
  }
}

function pacedOpening(
  open: () => Promise<Result<InputLink>>,
  nowMs: () => number,
  pauseMs: number,
): () => Promise<InputLink> {
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
