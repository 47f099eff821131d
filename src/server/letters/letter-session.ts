import { LETTERS, type Letter } from '../../core/classifier/letters/letters.ts'
import { meanAnswer, withAnswer } from '../../core/classifier/letters/newest-answers.ts'
import { isWorthSaying, type LastAnswer } from './answer-throttle.ts'
import type { FrameReader, ReadFrame } from './frame-reader.ts'
import type { Answer, ClientMessage, ClientSettings, FullAnswer } from './letter-protocol.ts'
import { RESET_TEXT } from './letter-protocol.ts'

export interface ClientDoor {
  readonly reader: FrameReader
  readonly nowMs: () => number
  send(answer: Answer | FullAnswer | { readonly error: string }): void
  sendText(text: string): void
  /** A frame came out of work, so long after it came, or never went in. */
  count(outcome: FrameCount, tookMs?: number): void
}

type FrameCount = 'answered' | 'unchanged' | 'no-hand' | 'dropped' | 'cancelled' | 'failed'

interface Waiting {
  readonly message: ClientMessage
  readonly cameAtMs: number
}

/**
 * One client's way from frames to answers. One frame is in work and one waits: a newer one takes its place. A reset
 * answers at once, and what was in work for the old target is never heard of.
 */
export class LetterSession {
  readonly #door: ClientDoor
  #target: Letter = 'A'
  #isFull = false
  #waiting: Waiting | undefined
  #work: Promise<void> | undefined
  /** Counts resets, the last when the client leaves: work of another generation is cancelled. */
  #generation = 0
  #recent: readonly Float32Array[] = []
  #last: LastAnswer | undefined
  #dropped = 0
  #isStopping = false
  #isClosed = false

  constructor(door: ClientDoor) {
    this.#door = door
  }

  /** What frames are answered with that do not say so themselves, as binary ones cannot. */
  set({ newLetter, isFull }: ClientSettings): void {
    if (this.#isClosed || this.#isStopping) return
    this.#isFull = isFull
    if (newLetter !== undefined) this.#reset(newLetter)
  }

  receive(message: ClientMessage): void {
    if (this.#isClosed || this.#isStopping) return
    if (message.newLetter !== undefined) this.#reset(message.newLetter)
    if (this.#waiting !== undefined) this.#dropWaiting()
    this.#waiting = { message, cameAtMs: this.#door.nowMs() }
    this.#work ??= this.#processWaiting()
  }

  /** Resolves when what is in work has been answered; what waits or still comes is let go of. */
  async finish(): Promise<void> {
    this.#isStopping = true
    if (this.#waiting !== undefined) this.#dropWaiting()
    this.#waiting = undefined
    await this.#work
    this.close()
  }

  /** The client is gone: nothing is said any more. */
  close(): void {
    this.#isClosed = true
    this.#generation += 1
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

  #dropWaiting(): void {
    this.#dropped += 1
    this.#door.count('dropped')
  }

  async #processWaiting(): Promise<void> {
    for (let next = this.#takeNextMessage(); next !== undefined; next = this.#takeNextMessage())
      await this.#processMessage(next)
    this.#work = undefined
  }

  #takeNextMessage(): Waiting | undefined {
    const next = this.#waiting
    this.#waiting = undefined
    return next
  }

  async #processMessage(waiting: Waiting): Promise<void> {
    const beganAtMs = this.#door.nowMs()
    const outcome = await this.#outcomeOf(waiting, beganAtMs)
    this.#door.count(outcome, this.#door.nowMs() - waiting.cameAtMs)
  }

  async #outcomeOf({ message, cameAtMs }: Waiting, beganAtMs: number): Promise<FrameCount> {
    const generation = this.#generation
    const isCancelled = (): boolean => generation !== this.#generation
    const read = await this.#door.reader.read(message.frame, isCancelled)
    if (isCancelled()) return 'cancelled'
    switch (read.kind) {
      case 'cancelled':
        return 'cancelled'
      case 'fault':
        this.#door.send({ error: read.error })
        return 'failed'
      case 'no-hand':
        this.#recent = []
        return 'no-hand'
      case 'letters':
        return this.#answer(message, read, { waitMs: beganAtMs - cameAtMs, beganAtMs })
    }
  }

  #answer(
    { isFull = this.#isFull, sequence }: ClientMessage,
    { probabilities, signed }: ReadFrame,
    { waitMs, beganAtMs }: { readonly waitMs: number; readonly beganAtMs: number },
  ): 'answered' | 'unchanged' {
    const { nowMs, send } = this.#door
    this.#recent = withAnswer(this.#recent, probabilities)
    const mean = meanAnswer(this.#recent)
    const answer = answerOf(mean, this.#target)
    const atMs = nowMs()
    // Who asks for more wants every frame answered.
    if (!isFull && !isWorthSaying(answer, atMs, this.#last)) return 'unchanged'
    this.#last = { answer, atMs }
    if (!isFull) {
      send(answer)
      return 'answered'
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
    return 'answered'
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

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
