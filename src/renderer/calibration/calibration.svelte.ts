import { inBackground } from '../../contract/boundary/faults.ts'
import type { HandFrame, Handedness } from '../../core/hand/hand-frame.ts'
import {
  startCalibration,
  stepCalibration,
  type CalibrationRun,
} from '../../core/tuning/calibration-run.ts'
import type { AppStore } from '../app/app-store.svelte.ts'
import type { FrameFeed } from '../app/frame-feed.ts'

/** A part that cannot be done, by a hand that trembles or is not there: who has nothing but hands must get out. */
const MOST_MS = 60_000
const UNSEEN_MS = 15_000

/** One calibration as the page shows it. Until the user keeps what came of it, nothing is changed. */
export class Calibration {
  run = $state.raw<CalibrationRun>()
  /** It ended by itself before it was done. */
  hasGivenUp = $state(false)
  readonly #store: AppStore
  readonly #frames: FrameFeed
  #stopListening: (() => void) | undefined
  /** Whether it is to run, also while the host has not answered yet. */
  #isWanted = false
  #beganAtMs: number | undefined

  constructor(store: AppStore, frames: FrameFeed) {
    this.#store = store
    this.#frames = frames
  }

  async start(side: Handedness): Promise<void> {
    this.#isWanted = true
    const begun = await this.#store.request('suspendHands', { reason: 'calibration' })
    if (!begun.ok || this.#stopListening) return
    if (!this.#isWanted) {
      this.#resumeHands()
      return
    }
    this.hasGivenUp = false
    this.#beganAtMs = undefined
    this.run = startCalibration(side)
    this.#stopListening = this.#frames.listen((frame) => {
      this.#step(frame)
    })
  }

  /** Leaves everything as it was. Also right when nothing runs. */
  stop(): void {
    this.#isWanted = false
    this.#release()
    this.run = undefined
  }

  async storeCalibration(): Promise<void> {
    const { run } = this
    if (run?.outcome?.kind !== 'calibrated') return
    const { calibration } = run.outcome
    const { pinch, ...rest } = calibration
    const kept = await this.#store.request('keepCalibration', {
      side: run.side,
      calibration: pinch ? { ...rest, pinch } : rest,
    })
    if (kept.ok) this.run = undefined
  }

  #step(frame: HandFrame): void {
    if (!this.run) return
    this.run = stepCalibration(this.run, frame)
    if (this.run.part === 'done') this.#release()
    else if (this.#isHopeless(frame.atMs)) {
      this.stop()
      this.hasGivenUp = true
    }
  }

  #isHopeless(atMs: number): boolean {
    this.#beganAtMs ??= atMs
    const seenAtMs = this.run?.seenAtMs ?? this.#beganAtMs
    return atMs - this.#beganAtMs > MOST_MS || atMs - seenAtMs > UNSEEN_MS
  }

  #release(): void {
    if (!this.#stopListening) return
    this.#stopListening()
    this.#stopListening = undefined
    this.#resumeHands()
  }

  #resumeHands(): void {
    inBackground('window', this.#store.request('resumeHands', { reason: 'calibration' }))
  }
}
