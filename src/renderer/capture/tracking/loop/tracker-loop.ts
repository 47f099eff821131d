import { inBackground } from '../../../../contract/boundary/faults.ts'
import { say } from '../../../../contract/words/say.ts'
import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import type { Sentence } from '../../../../core/sentence/sentence.ts'
import type { FrameTimes, TimedPicture, TrackerReport } from './messages.ts'
import { pictureSize } from '../pump/picture-statistics.ts'
import type { Tracker } from '../trackers/tracker.ts'

/**
 * | what happens                     | status    | next                                                    |
 * | order                            | loading   | the tracker is opened anew; an older opening is dropped |
 * | opened                           | ready     | asks for pictures                                       |
 * | picture read                     |           | frame, asks for the next                                |
 * | tracker throws at a picture      |           | skipped, asks for the next                              |
 * | throws five times running        | failed    | opened anew after 1, 2, 4 ... 30 s                      |
 * | not opened, model broken         | failed    | waits for a new order                                   |
 */
export interface LoopDependencies<Seen, Frame> {
  /** As people are told of it. */
  readonly what: Sentence
  /** Undefined for a name that no tracker has. */
  createTracker(command: TrackerCommand): Tracker<Seen> | undefined
  /** What was seen, with left and right as they are. */
  frameOf(times: FrameTimes, seen: readonly Seen[], isSourceMirrored: boolean): Frame
  report(message: TrackerReport<Frame>): void
  askNext(): void
  nowMs(): number
  epochMs(): number
  after(delayMs: number, act: () => void): () => void
}

const FAILURES_IN_A_ROW = 5
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 30_000

export class TrackerLoop<Seen, Frame> {
  readonly #world: LoopDependencies<Seen, Frame>
  #command: TrackerCommand | undefined
  #tracker: Tracker<Seen> | undefined
  #isReady = false
  #isSourceMirrored = false
  #opening = 0
  #failures = 0
  #retryMs = FIRST_RETRY_MS
  #cancelRetry = (): void => undefined

  constructor(world: LoopDependencies<Seen, Frame>) {
    this.#world = world
  }

  open(command: TrackerCommand): Promise<void> {
    this.#command = command
    this.#retryMs = FIRST_RETRY_MS
    return this.#openNow(command)
  }

  /** Tracks nothing until the next order. */
  closeTracker(): void {
    this.#cancelRetry()
    this.#opening += 1
    this.#isReady = false
    this.#tracker?.close()
    this.#tracker = undefined
  }

  setMirrored(isSourceMirrored: boolean): void {
    this.#isSourceMirrored = isSourceMirrored
  }

  /** Takes over the picture and closes it. Settles when it has been read; never rejects. */
  async detect(timed: TimedPicture): Promise<void> {
    const mine = this.#opening
    try {
      if (this.#tracker && this.#isReady) await this.#detect(this.#tracker, timed)
    } catch {
      if (mine === this.#opening) this.#countFailure()
    } finally {
      timed.picture.close()
    }
  }

  async #detect(tracker: Tracker<Seen>, timed: TimedPicture): Promise<void> {
    const { picture, sequence, atMs, capturedAtMs } = timed
    const mine = this.#opening
    const beganMs = this.#world.nowMs()
    const waitMs = Math.max(0, this.#world.epochMs() - capturedAtMs)
    const { widthPx, heightPx } = pictureSize(picture)
    // A tracker's time 0 was its warm-up.
    const seen = await tracker.detect(picture, atMs + 1)
    // Another tracker was opened meanwhile: it asks for its own pictures.
    if (mine !== this.#opening) return
    const detectMs = this.#world.nowMs() - beganMs
    const aspectRatio = widthPx / heightPx
    const times = { sequence, atMs, capturedAtMs, aspectRatio, waitMs, detectMs }
    const frame = this.#world.frameOf(times, seen, this.#isSourceMirrored)
    this.#world.report({ kind: 'frame', frame })
    this.#failures = 0
    this.#world.askNext()
  }

  async #openNow(command: TrackerCommand): Promise<void> {
    this.#cancelRetry()
    const mine = ++this.#opening
    this.#isReady = false
    this.#tracker?.close()
    const tracker = this.#world.createTracker(command)
    this.#tracker = tracker
    this.#report({ kind: 'loading', name: command.name })
    const status = tracker ? await tracker.open(command) : unknownTracker(command.name)
    if (mine !== this.#opening) {
      tracker?.close()
      return
    }
    this.#report(status)
    if (status.kind !== 'ready') return
    this.#failures = 0
    this.#isReady = true
    this.#world.askNext()
  }

  #countFailure(): void {
    const command = this.#command
    this.#world.report({ kind: 'skipped' })
    this.#failures += 1
    if (this.#failures < FAILURES_IN_A_ROW || !command) {
      this.#world.askNext()
      return
    }
    this.#isReady = false
    const message = say('{} {}. It is being restarted.', this.#world.what, STOPPED)
    this.#report({ kind: 'failed', name: command.name, message })
    this.#cancelRetry = this.#world.after(this.#retryMs, () =>
      inBackground('tracking', this.#openNow(command)),
    )
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS)
  }

  #report(status: TrackerStatus): void {
    this.#world.report({ kind: 'status', status })
  }
}

const STOPPED = say('stopped working')

const unknownTracker = (name: string): TrackerStatus => ({
  kind: 'failed',
  name,
  message: say('There is no tracker named “{}”.', name),
  fix: say('Start with --tracker mediapipe or --tracker native'),
})
