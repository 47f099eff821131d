import type { ReliableBody } from './envelope.ts'

export interface NumberedMessage {
  readonly sequence: number
  readonly body: ReliableBody
}

/** Keeps every edge until the other side has it, so that a new wire can carry on where the old one broke. */
export interface ReliableOutbox {
  /** Answers nothing when `capacity` edges wait already: the caller reports it. */
  add(body: ReliableBody): NumberedMessage | undefined
  /** The other side has everything up to `sequence`. */
  confirm(sequence: number): void
  /** Everything not confirmed, oldest first. */
  waiting(): readonly NumberedMessage[]
  /** Another listener has taken the place of the old one: what was meant for that one is forgotten. */
  restart(): void
}

export function createReliableOutbox(capacity: number): ReliableOutbox {
  let waiting: NumberedMessage[] = []
  let last = 0
  return {
    add(body) {
      if (waiting.length >= capacity) return undefined
      const reliable = { sequence: (last += 1), body }
      waiting.push(reliable)
      return reliable
    },
    confirm(sequence) {
      while (waiting[0] !== undefined && waiting[0].sequence <= sequence) waiting.shift()
    },
    waiting: () => waiting,
    restart() {
      waiting = []
      last = 0
    },
  }
}

/** Lets each edge through once and in order. */
export interface ReliableInbox {
  /** The number of the last edge let through. */
  received(): number
  /** `early` means that one before it is missing, which no honest wire does. */
  take(sequence: number): 'new' | 'repeated' | 'early'
  restart(): void
}

export function createReliableInbox(): ReliableInbox {
  let received = 0
  return {
    received: () => received,
    take(sequence) {
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
