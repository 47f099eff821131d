import type { ReliableBody } from './envelope.ts'

export interface NumberedMessage {
  readonly sequence: number
  readonly body: ReliableBody
}

/** Keeps every reliable message until the other side has it, so that a new transport can carry on where the old one broke. */
export interface ReliableOutbox {
  /** Has it wait for its turn. False when `capacity` reliable messages are not confirmed yet: the caller reports it. */
  add(body: ReliableBody): boolean
  /**
   * Has it wait in place of an older one of the same key, behind all that came between. Never refused: no more than one of
   * each key waits.
   */
  addNewest(key: string, body: ReliableBody): void
  /** Numbers the next that may set out; nothing while none waits, or as many as may be are on their way. */
  nextUnsent(): NumberedMessage | undefined
  /** The other side has everything up to `sequence`. */
  confirm(sequence: number): void
  /** Everything that has set out and is not confirmed, oldest first. */
  onTheirWay(): readonly NumberedMessage[]
  /** Another listener has taken the place of the old one: what was meant for that one is forgotten. */
  restart(): void
}

/**
 * So many reliable messages are on their way at once. More than any burst needs; what waits behind them can still be replaced by what is newer,
 * so that a page that hangs finds no hour of old states before it.
 */
const MOST_ON_THEIR_WAY = 100

interface Waiting {
  readonly key: string | undefined
  readonly body: ReliableBody
}

/** Edges get their number when they set out: until then the next number is open, and one can be replaced by a newer. */
export function createReliableOutbox(capacity: number): ReliableOutbox {
  let waiting: Waiting[] = []
  let onTheirWay: NumberedMessage[] = []
  let last = 0
  return {
    add(body) {
      if (waiting.length + onTheirWay.length >= capacity) return false
      waiting.push({ key: undefined, body })
      return true
    },
    addNewest(key, body) {
      const older = waiting.findIndex((one) => one.key === key)
      if (older !== -1) waiting.splice(older, 1)
      waiting.push({ key, body })
    },
    nextUnsent() {
      if (onTheirWay.length >= MOST_ON_THEIR_WAY) return undefined
      const first = waiting.shift()
      if (first === undefined) return undefined
      const reliable = { sequence: (last += 1), body: first.body }
      onTheirWay.push(reliable)
      return reliable
    },
    confirm(sequence) {
      while (onTheirWay[0] !== undefined && onTheirWay[0].sequence <= sequence) onTheirWay.shift()
    },
    onTheirWay: () => onTheirWay,
    restart() {
      waiting = []
      onTheirWay = []
      last = 0
    },
  }
}

/** Lets each reliable message through once and in order. */
export interface ReliableInbox {
  /** The number of the last reliable message let through. */
  received(): number
  /** `early` means that one before it is missing, which no honest transport does. */
  receive(sequence: number): 'new' | 'repeated' | 'early'
  restart(): void
}

export function createReliableInbox(): ReliableInbox {
  let received = 0
  return {
    received: () => received,
    receive(sequence) {
      if (sequence <= received) return 'repeated'
      if (sequence > received + 1) return 'early'
      received = sequence
      return 'new'
    },
    restart: () => {
      received = 0
    },
  }
}
