import type { HandFrame, Handedness } from '../../core/hand/hand-frame.ts'
import {
  startCalibration,
  stepCalibration,
  type CalibrationRun,
} from '../../core/tuning/calibration-run.ts'
import type { AppStore } from './app-store.svelte.ts'
import type { FrameFeed } from './frame-feed.ts'

/** One calibration as the page shows it. Until the user keeps what came of it, nothing is changed. */
export class Calibration {
  run = $state.raw<CalibrationRun>()
  readonly #store: AppStore
  readonly #frames: FrameFeed
  #stopListening: (() => void) | undefined

  constructor(store: AppStore, frames: FrameFeed) {
    this.#store = store
    this.#frames = frames
  }

  async start(side: Handedness): Promise<void> {
    const begun = await this.#store.ask('beginCalibration', {})
    if (!begun.ok) return
    this.run = startCalibration(side)
    this.#stopListening = this.#frames.listen((frame) => {
      this.#step(frame)
    })
  }

  /** Leaves everything as it was. Also right when nothing runs. */
  stop(): void {
    this.#release()
    this.run = undefined
  }

  async keep(): Promise<void> {
    const { run } = this
    if (run?.outcome?.kind !== 'calibrated') return
    const { calibration } = run.outcome
    const { pinch, ...rest } = calibration
    const kept = await this.#store.ask('keepCalibration', {
      side: run.side,
      calibration: pinch ? { ...rest, pinch } : rest,
    })
    if (kept.ok) this.run = undefined
  }

  #step(frame: HandFrame): void {
    if (!this.run) return
    this.run = stepCalibration(this.run, frame)
    if (this.run.part === 'done') this.#release()
  }

  #release(): void {
    if (!this.#stopListening) return
    this.#stopListening()
    this.#stopListening = undefined
    void this.#store.ask('endCalibration', {})
  }
}
