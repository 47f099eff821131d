import type { Result } from '../../contract/result.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'
import type { InputOrder } from './input-orders.ts'
import type { InputLink } from './input-link.ts'

/** An input process that comes back: one that has ended is started anew by the next order. */
export interface InputKeeper {
  order(order: InputOrder): Promise<ScreenPoint>
  close(): Promise<void>
}

/** `open` starts another process; it is asked at most once per `pauseMs` so that a dead display costs little. */
export function keepInput(
  first: InputLink,
  open: () => Promise<Result<InputLink>>,
  nowMs: () => number,
  pauseMs: number,
): InputKeeper {
  let link = first
  let reopening: Promise<InputLink> | undefined
  let triedAtMs = -Infinity
  let isClosed = false

  const reopen = async (): Promise<InputLink> => {
    if (nowMs() - triedAtMs < pauseMs) throw new Error('The pointer cannot be moved just now.')
    triedAtMs = nowMs()
    const opened = await open()
    if (!opened.ok) throw new Error(opened.problem.message)
    link = opened.value
    watch()
    return link
  }
  const alive = async (): Promise<InputLink> => {
    if (link.isAlive()) return link
    if (isClosed) throw new Error('Input was closed.')
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
      // Straight to a living process: a pointer move is sent on the turn on which it was decided.
      if (link.isAlive()) return link.order(order)
      return alive().then((opened) => opened.order(order))
    },
    async close() {
      isClosed = true
      await reopening?.catch(() => undefined)
      await link.close()
    },
  }
}
