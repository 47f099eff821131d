import { LETTERS, type Letter } from '../core/classifier/letters/letters.ts'
import { isWorthSaying, type LastAnswer } from './answer-throttle.ts'
import type { FrameReader, ReadFrame } from './frame-reader.ts'
import type { Answer, ClientMessage, FullAnswer } from './protocol.ts'
import { RESET_TEXT } from './protocol.ts'

export interface ClientDoor {
  readonly reader: FrameReader
  readonly nowMs: () => number
  send(answer: Answer | FullAnswer | { readonly error: string }): void
  sendText(text: string): void
  /** A frame came out of work, or never went in. */
  count(outcome: 'answered' | 'unchanged' | 'no-hand' | 'dropped' | 'cancelled' | 'failed'): void
}

interface Waiting {
  readonly message: ClientMessage
  readonly cameAtMs: number
}

const SMOOTHED = 5

/**
 * One client's way from frames to answers. One frame is in work and one waits: a newer one takes its place. A reset
 * answers at once, and what was in work for the old target is never heard of.
 */
export class ReadingClient {
  readonly #door: ClientDoor
  #target: Letter = 'A'
  #waiting: Waiting | undefined
  #work: Promise<void> | undefined
  /** Counts resets: work of another generation is cancelled. */
  #generation = 0
  #recent: readonly Float32Array[] = []
  #last: LastAnswer | undefined
  #dropped = 0
  #isClosed = false

  constructor(door: ClientDoor) {
    this.#door = door
  }

  take(message: ClientMessage): void {
    if (this.#isClosed) return
    if (message.newLetter !== undefined) this.#reset(message.newLetter)
    if (this.#waiting !== undefined) this.#drop()
    this.#waiting = { message, cameAtMs: this.#door.nowMs() }
    this.#work ??= this.#workOff()
  }

  /** Resolves when what is in work has been answered; what waits is let go of. */
  async finish(): Promise<void> {
    if (this.#waiting !== undefined) this.#drop()
    this.#waiting = undefined
    await this.#work
    this.close()
  }

  /** The client is gone: nothing is said any more. */
  close(): void {
    this.#isClosed = true
    this.#waiting = undefined
    this.#door.reader.close()
  }

  #reset(target: Letter): void {
    this.#target = target
    this.#generation += 1
    this.#recent = []
    this.#last = undefined
    this.#door.reader.reset()
    this.#door.sendText(RESET_TEXT)
  }

  #drop(): void {
    this.#dropped += 1
    this.#door.count('dropped')
  }

  async #workOff(): Promise<void> {
    for (let next = this.#next(); next !== undefined; next = this.#next()) await this.#workOn(next)
    this.#work = undefined
  }

  #next(): Waiting | undefined {
    const next = this.#waiting
    this.#waiting = undefined
    return next
  }

  async #workOn({ message, cameAtMs }: Waiting): Promise<void> {
    const generation = this.#generation
    const beganAtMs = this.#door.nowMs()
    const read = await this.#door.reader.read(message.frame, () => generation !== this.#generation)
    if (this.#isClosed || generation !== this.#generation) {
      this.#door.count('cancelled')
      return
    }
    switch (read.kind) {
      case 'cancelled':
        this.#door.count('cancelled')
        return
      case 'fault':
        this.#door.count('failed')
        this.#door.send({ error: read.error })
        return
      case 'no-hand':
        this.#recent = []
        this.#door.count('no-hand')
        return
      case 'letters':
        this.#answer(message, read, { waitMs: beganAtMs - cameAtMs, beganAtMs })
    }
  }

  #answer(
    { isFull, sequence }: ClientMessage,
    { probabilities, signed }: ReadFrame,
    { waitMs, beganAtMs }: { readonly waitMs: number; readonly beganAtMs: number },
  ): void {
    const { nowMs, count, send } = this.#door
    this.#recent = [...this.#recent, probabilities].slice(-SMOOTHED)
    const mean = meanOf(this.#recent)
    const answer = answerOf(mean, this.#target)
    const atMs = nowMs()
    // Who asks for more wants every frame answered.
    if (!isFull && !isWorthSaying(answer, atMs, this.#last)) {
      count('unchanged')
      return
    }
    this.#last = { answer, atMs }
    count('answered')
    if (!isFull) {
      send(answer)
      return
    }
    const names = [...LETTERS, 'none']
    send({
      ...answer,
      probabilities: Object.fromEntries(names.map((name, at) => [name, rounded(mean[at] ?? 0)])),
      signed: signed ?? null,
      sequence: sequence ?? null,
      timings: { waitMs: rounded(waitMs), workMs: rounded(atMs - beganAtMs) },
      dropped: this.#dropped,
    })
  }
}

function answerOf(mean: Float32Array, target: Letter): Answer {
  const scored = LETTERS.map((letter, at) => ({ letter, score: mean[at] ?? 0 }))
  const best = scored.reduce((most, one) => (one.score > most.score ? one : most))
  return {
    maxarg_letter: best.letter,
    target_arg_prob: rounded(mean[LETTERS.indexOf(target)] ?? 0),
  }
}

function meanOf(recent: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(LETTERS.length + 1)
  for (const output of recent) {
    output.forEach((value, at) => {
      mean[at] = (mean[at] ?? 0) + value / recent.length
    })
  }
  return mean
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
