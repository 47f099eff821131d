import { inBackground } from '../../contract/boundary/faults.ts'
import type { PoseAnalyst, ReadPicture, StageTimings } from './pose-analyst.ts'
import type { FrameMessage } from './pose-messages.ts'
import type { PoseResult } from './pose-result.ts'

export interface LiveAnswer extends PoseResult {
  readonly sequence: number
  readonly timestamp: number
  /** Frames of this client so far that were not looked at, because a newer one had come. */
  readonly dropped: number
  readonly timings: StageTimings & { readonly wait: number; readonly total: number }
}
export type LiveOutcome =
  | { readonly kind: 'result'; readonly answer: LiveAnswer }
  | { readonly kind: 'error'; readonly sequence: number; readonly error: string }

export interface LiveClientParts {
  readonly analyst: PoseAnalyst
  readonly nowMs: () => number
  /** Frames that were overtaken before the models were open. */
  readonly dropped: number
  readonly send: (outcome: LiveOutcome) => void
  readonly count: (what: 'taken' | 'dropped' | 'answered' | 'unreadable') => void
  readonly onBug: (error: unknown) => void
}

interface WaitingFrame extends Required<FrameMessage> {
  readonly sequence: number
  readonly timestampMs: number
  readonly cameMs: number
  /** Set as soon as it is being decoded. */
  read?: Promise<ReadPicture>
}

/**
 * One client's frames: one is looked at, the newest one waits and is decoded meanwhile, and everything else is dropped and
 * counted. Nobody is ever kept from sending. Answers come in the order of the frames; a frame older than one that was taken is dropped.
 */
export class LiveClient {
  readonly #parts: LiveClientParts
  #waiting: WaitingFrame | undefined
  #isBusy = false
  #isReadingAhead = false
  #isClosed = false
  #newest = -1
  #dropped: number

  constructor(parts: LiveClientParts) {
    this.#parts = parts
    this.#dropped = parts.dropped
  }

  receive({ picture, timestampMs, sequence = this.#newest + 1 }: FrameMessage): void {
    const { count, nowMs } = this.#parts
    if (this.#isClosed) return
    if (sequence <= this.#newest) {
      this.#dropOldest()
      return
    }
    this.#newest = sequence
    if (this.#waiting !== undefined) {
      letGoOf(this.#waiting)
      this.#dropOldest()
    }
    const cameMs = nowMs()
    this.#waiting = { picture, sequence, timestampMs: timestampMs ?? cameMs, cameMs }
    count('taken')
    if (this.#isBusy) this.#readAhead(this.#waiting)
    else inBackground('service', this.#processWaiting())
  }

  /** One at a time: whoever sends faster than can be looked at does not have every frame decoded. */
  #readAhead(frame: WaitingFrame): void {
    if (this.#isReadingAhead) return
    this.#isReadingAhead = true
    const settle = (): void => {
      this.#isReadingAhead = false
    }
    frame.read = this.#parts.analyst.read(frame.picture)
    // A frame that cannot be read is told of in its turn, if it is not dropped before.
    frame.read.then(settle, settle)
  }

  /** What is in work is finished; nothing is sent any more. */
  close(): void {
    this.#isClosed = true
    if (this.#waiting !== undefined) letGoOf(this.#waiting)
    this.#waiting = undefined
  }

  #dropOldest(): void {
    this.#dropped += 1
    this.#parts.count('dropped')
  }

  async #processWaiting(): Promise<void> {
    this.#isBusy = true
    for (let frame = this.#takeWaiting(); frame !== undefined; frame = this.#takeWaiting()) {
      const outcome = await this.#analyse(frame)
      // Meanwhile the client may have gone; the analyser does not see that #isClosed is set elsewhere.
      if (!this.#hasGone()) this.#parts.send(outcome)
    }
    this.#isBusy = false
  }

  #hasGone(): boolean {
    return this.#isClosed
  }

  #takeWaiting(): WaitingFrame | undefined {
    const frame = this.#waiting
    this.#waiting = undefined
    return frame
  }

  async #analyse({
    picture,
    sequence,
    timestampMs,
    cameMs,
    read,
  }: WaitingFrame): Promise<LiveOutcome> {
    const { analyst, nowMs, count, onBug } = this.#parts
    const beganMs = nowMs()
    try {
      const pixels = await (read ?? analyst.read(picture))
      const { result, timings } = await analyst.analyse(pixels, timestampMs)
      count('answered')
      const wait = beganMs - cameMs
      const total = nowMs() - cameMs
      const answer = {
        ...result,
        sequence,
        timestamp: timestampMs,
        dropped: this.#dropped,
        timings: { ...timings, wait: round(wait), total: round(total) },
      }
      return { kind: 'result', answer }
    } catch (error) {
      count('unreadable')
      if (!(error instanceof RangeError)) onBug(error)
      const why = error instanceof RangeError ? error.message : 'the frame could not be analysed'
      return { kind: 'error', sequence, error: why }
    }
  }
}

/** A frame that nobody will look at makes room for those of others, as soon as it has been decoded. */
function letGoOf({ read }: WaitingFrame): void {
  read?.then(
    ({ held }) => {
      held.release()
    },
    () => undefined,
  )
}

const round = (ms: number): number => Math.round(ms * 100) / 100
