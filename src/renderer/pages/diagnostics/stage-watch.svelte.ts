import type { PointerView } from '../../../contract/channels/app-state.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import type { FrameFeed } from '../../app/frame-feed.ts'
import type { Stage } from './stages.ts'
import { createHistogram, type Histogram } from './histogram.ts'

/** Times, tracked and camera frames per second, and pictures dropped in that second: what the chart draws. */
type Rates = readonly [atS: number[], tracked: number[], camera: number[], dropped: number[]]

/** Two minutes of a figure a second. */
const KEPT = 120

/** Watches the stages while the page is open: nothing is measured that nobody looks at. */
export class StageWatch {
  /** Counts up once a second: what was gathered is to be drawn anew. */
  beats = $state(0)
  readonly histograms: Readonly<Record<Stage, Histogram>> = {
    wait: createHistogram(2),
    detect: createHistogram(2),
    boundary: createHistogram(1),
    pipeline: createHistogram(1),
    pointer: createHistogram(4),
  }
  #rates: Rates = [[], [], [], []]
  #droppedBefore: number | undefined
  readonly #store: AppStore

  constructor(store: AppStore) {
    this.#store = store
  }

  /** Returns what stops it. */
  start(frames: FrameFeed): () => void {
    const stop = frames.listen(({ waitMs, detectMs }) => {
      this.histograms.wait.add(waitMs)
      this.histograms.detect.add(detectMs)
    })
    const timer = setInterval(() => this.#updateFrameRate(), 1000)
    return () => {
      stop()
      clearInterval(timer)
    }
  }

  /** Call at every new place of the pointer. */
  addPointer({ latencyMs, stages }: PointerView): void {
    this.histograms.pointer.add(latencyMs)
    if (!stages) return
    this.histograms.boundary.add(stages.boundaryMs)
    this.histograms.pipeline.add(stages.pipelineMs)
  }

  get rates(): Rates {
    return this.#rates
  }

  #updateFrameRate(): void {
    const { metrics } = this.#store
    if (metrics) {
      const { trackedFps, cameraFps, droppedFrames } = metrics
      const dropped = Math.max(0, droppedFrames - (this.#droppedBefore ?? droppedFrames))
      this.#droppedBefore = droppedFrames
      const atS = Math.round(performance.now() / 1000)
      const withNewest = (series: readonly number[], value: number): number[] =>
        [...series, value].slice(-KEPT)
      const [ats, tracked, camera, drops] = this.#rates
      this.#rates = [
        withNewest(ats, atS),
        withNewest(tracked, trackedFps),
        withNewest(camera, cameraFps),
        withNewest(drops, dropped),
      ]
    }
    this.beats += 1
  }
}
