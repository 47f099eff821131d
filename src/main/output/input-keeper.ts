import type { Result } from '../../contract/result.ts'
import type { ScreenPoint } from '../../core/geometry/point.ts'
import type { InputOrder } from './input-orders.ts'
import type { InputLink } from './input-link.ts'

/** An input process that comes back: one that has ended is followed by another. */
export interface InputKeeper {
  order(order: InputOrder): Promise<ScreenPoint>
  close(): Promise<void>
}

/**
 * `open` starts another process; where none stands by it is asked at most once per `pauseMs`, so that a dead display costs little.
 * From the first press on one stands by: what a process held when it was killed stays down until another can let go of it, and
 * to start one takes 0.6 s on two cores, several under load.
 */
export function keepInput(
  first: InputLink,
  open: () => Promise<Result<InputLink>>,
  nowMs: () => number,
  pauseMs: number,
): InputKeeper {
  const spare = createSpare(open)
  let link = first
  let reopening: Promise<InputLink> | undefined
  let triedAtMs = -Infinity
  let isClosed = false

  const reopen = async (): Promise<InputLink> => {
    link = (await spare.take()) ?? (await openAnother())
    watch()
    return link
  }
  const openAnother = async (): Promise<InputLink> => {
    if (nowMs() - triedAtMs < pauseMs) throw new Error('The pointer cannot be moved just now.')
    triedAtMs = nowMs()
    const opened = await open()
    if (!opened.ok) throw new Error(opened.problem.message)
    return opened.value
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
      if (HOLDING.includes(order.kind) && !isClosed) spare.standBy()
      // Straight to a living process: a pointer move is sent on the turn on which it was decided.
      if (link.isAlive()) return link.order(order)
      return alive().then((opened) => opened.order(order))
    },
    async close() {
      isClosed = true
      await reopening?.catch(() => undefined)
      const standing = await spare.take()
      await standing?.close()
      await link.close()
    },
  }
}

const HOLDING: readonly InputOrder['kind'][] = ['press', 'press-keys']

interface Spare {
  /** Has one started, if none stands by. */
  standBy(): void
  /** The one that stands by, for good; undefined when there is none. */
  take(): Promise<InputLink | undefined>
}

function createSpare(open: () => Promise<Result<InputLink>>): Spare {
  let standing: Promise<InputLink | undefined> | undefined
  return {
    standBy: () => {
      standing ??= open().then((opened) => {
        if (!opened.ok) {
          standing = undefined
          return undefined
        }
        opened.value.onLost(() => {
          standing = undefined
        })
        return opened.value
      })
    },
    take: async () => {
      const taken = await standing
      standing = undefined
      return taken?.isAlive() ? taken : undefined
    },
  }
}
