import { inBackground } from '../../../contract/boundary/faults.ts'
import type { Facing, JointAngle } from '../../../core/body/joint-angles.ts'
import { facing } from '../../../core/body/joint-angles.ts'
import {
  createExerciseWatch,
  type Doing,
  type ExerciseWatch,
} from '../../../core/body/exercise-watch.ts'
import { createBodySmoother, type SmoothBody } from '../../../core/body/smooth-bodies.ts'
import {
  createBodyInterpolation,
  type BodyInterpolation,
} from '../../drawing/body-interpolation.ts'
import type { DetectedBodies } from '../../capture/tracking/loop/messages.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import { createAngleTrace, type AngleTrace } from './angle-trace.ts'
import { BodyRecording } from './body-recording.svelte.ts'
import type { BodyFeed } from '../../app/frame-feed.ts'

/** What is written of a person; the picture of them is drawn apart from it. */
export interface SeenPerson {
  readonly angles: readonly JointAngle[]
  readonly facing: Facing
  readonly doing: Doing
}

/** Numbers that change more often cannot be read. */
const BEAT_MS = 200
const GONE_AFTER_MS = 1000

/** Looks at bodies while the page is open: nothing is tracked that nobody looks at. */
export class BodyWatch {
  /** Counts up five times a second: what was gathered is to be shown anew. */
  beats = $state(0)
  /** The person in front of the camera; undefined while there is none. */
  person = $state.raw<SeenPerson>()
  /** How long ago it was as it is drawn; undefined while nobody is. */
  delayMs = $state.raw<number>()
  resultsPerSecond = $state(0)
  readonly trace: AngleTrace = createAngleTrace()
  readonly recording = new BodyRecording()
  readonly interpolation: BodyInterpolation = createBodyInterpolation()
  readonly #store: AppStore
  #smoother = createBodySmoother()
  #exercises: ExerciseWatch = createExerciseWatch()
  #newest: SeenPerson | undefined
  #lastAtMs = -Infinity
  #newestFrameAtMs = -Infinity
  #drawnDelayMs: number | undefined
  #arrivals: number[] = []

  constructor(store: AppStore) {
    this.#store = store
  }

  /** Returns what stops it. */
  start(feed: BodyFeed): () => void {
    inBackground('window', this.#store.request('watchBody', { isOn: true }))
    const stop = feed.listen((frame) => {
      this.#addFrame(frame)
    })
    const timer = setInterval(() => {
      this.#updateRates()
    }, BEAT_MS)
    return () => {
      stop()
      clearInterval(timer)
      this.recording.stop()
      if (this.#store.isConnected)
        inBackground('window', this.#store.request('watchBody', { isOn: false }))
    }
  }

  /** Call with each drawing. */
  addDrawDelay(delayMs: number | undefined): void {
    this.#drawnDelayMs = delayMs
  }

  resetRepetitions(): void {
    this.#exercises = createExerciseWatch()
    if (this.#newest) {
      const { pose, squats } = this.#newest.doing
      this.#newest = { ...this.#newest, doing: { pose, squats: { ...squats, count: 0 } } }
    }
    this.person = this.#newest
  }

  #addFrame(frame: DetectedBodies): void {
    const nowMs = performance.now()
    // Another clock: the page that counts was loaded anew, or a video began again.
    if (frame.atMs < this.#lastAtMs) this.#smoother = createBodySmoother()
    this.#lastAtMs = frame.atMs
    this.#newestFrameAtMs = nowMs
    this.#arrivals = [...this.#arrivals.filter((at) => at > nowMs - 1000), nowMs]
    const people = this.#smoother.step(frame.bodies, frame.atMs)
    const doings = this.#exercises.step(people, frame.atMs)
    const takenMs = frame.capturedAtMs - performance.timeOrigin
    this.interpolation.add(
      people.map(({ body }) => body),
      takenMs,
      nowMs,
    )
    this.recording.addFrame(frame, people, doings)
    this.#newest = smoothPersonOf(people[0], doings[0])
    if (this.#newest) this.trace.add(frame.atMs, this.#newest.angles)
  }

  #updateRates(): void {
    const isGone = performance.now() - this.#newestFrameAtMs > GONE_AFTER_MS
    this.person = isGone ? undefined : this.#newest
    this.delayMs = isGone ? undefined : this.#drawnDelayMs
    this.resultsPerSecond = isGone ? 0 : this.#arrivals.length
    this.beats += 1
  }
}

const smoothPersonOf = (
  smooth: SmoothBody | undefined,
  doing: Doing | undefined,
): SeenPerson | undefined =>
  smooth && doing && { angles: smooth.angles, facing: facing(smooth.body), doing }
