import type { EdgeBody } from './envelope.ts'

export interface NumberedEdge {
  readonly sequence: number
  readonly body: EdgeBody
}

/** Keeps every edge until the other side has it, so that a new wire can carry on where the old one broke. */
export interface EdgeOutbox {
  /** Answers nothing when `capacity` edges wait already: the caller reports it. */
  add(body: EdgeBody): NumberedEdge | undefined
  /** The other side has everything up to `sequence`. */
  confirm(sequence: number): void
  /** Everything not confirmed, oldest first. */
  waiting(): readonly NumberedEdge[]
  /** Another listener has taken the place of the old one: what was meant for that one is forgotten. */
  restart(): void
}

export function createEdgeOutbox(capacity: number): EdgeOutbox {
  let waiting: NumberedEdge[] = []
  let last = 0
  return {
    add(body) {
      if (waiting.length >= capacity) return undefined
      const edge = { sequence: (last += 1), body }
      waiting.push(edge)
      return edge
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
export interface EdgeInbox {
  /** The number of the last edge let through. */
  received(): number
  /** `early` means that one before it is missing, which no honest wire does. */
  take(sequence: number): 'new' | 'repeated' | 'early'
  restart(): void
}

export function createEdgeInbox(): EdgeInbox {
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
