import { inBackground } from '../../../contract/boundary/faults.ts'
import type { Calibrations } from '../../../core/pointer/hand-calibration.ts'
import type { Effect } from '../../../core/action/effect.ts'
import type { ScreenPoint } from '../../../core/geometry/point.ts'
import { createBodyObserver, type BodyObserver } from '../../../core/classifier/body-reading.ts'
import type { GestureId } from '../../../core/gesture/gesture-event.ts'
import {
  createPipeline,
  type Pipeline,
  type PipelineOutput,
} from '../../../core/pipeline/pipeline.ts'
import { checkProject } from '../../../core/project/check-project.ts'
import { needsBodies } from '../../../core/project/needs-bodies.ts'
import type { Project } from '../../../core/project/project.ts'
import type { DetectedFrame } from '../../capture/tracking/loop/messages.ts'
import type { AppStore } from '../../app/app-store.svelte.ts'
import type { BodyFeed, FrameFeed } from '../../app/frame-feed.ts'

interface Shown {
  readonly id: number
  readonly effect: Effect
}
const SHOWN = 6

/** What is tried. */
export interface Trial {
  /** As it acts (`effectiveProject`). */
  readonly project: Project
  readonly calibrations: Calibrations
}

/**
 * Tries a project on the real hand: everything is recognised and nothing reaches the system. Meanwhile hands cannot press the
 * button that ends it, so it ends as control does: by a palm held up again, or by nobody being there.
 */
export class Preview {
  isOn = $state(false)
  /** What is being shown; undefined for nothing. */
  gesture = $state<GestureId>()
  /** Newest first. */
  actions = $state.raw<readonly Shown[]>([])
  isPressed = $state(false)

  readonly #store: AppStore
  readonly #frames: FrameFeed
  readonly #bodies: BodyFeed
  #pipeline: Pipeline | undefined
  #trial: Trial | undefined
  #atMs = 0
  #count = 0
  #body: BodyObserver | undefined
  #stopListening: (() => void) | undefined
  /** Whether it is to be on, also while the host has not answered yet. */
  #isWanted = false
  #isEngaged = false

  constructor(store: AppStore, frames: FrameFeed, bodies: BodyFeed) {
    this.#store = store
    this.#frames = frames
    this.#bodies = bodies
  }

  /** `onPointer` hears of every place on the pad, in its pixels; it draws by itself. */
  async start(
    trial: Trial,
    size: { readonly width: number; readonly height: number },
    onPointer: (at: ScreenPoint) => void,
  ): Promise<void> {
    if (this.isOn || checkProject(trial.project).length > 0) return
    this.#isWanted = true
    const held = await this.#store.request('suspendHands', { reason: 'preview' })
    if (!held.ok || this.isOn) return
    if (!this.#isWanted) {
      this.#resumeHands()
      return
    }
    this.#trial = trial
    this.#pipeline = createPipeline({
      ...trial,
      desktop: { left: 0, top: 0, ...size },
      isEngagedPinned: false,
      mode: 'watching',
    })
    this.isOn = true
    this.#followBodies(trial.project)
    const stops = [
      this.#bodies.listen((frame) => this.#body?.observe(frame.bodies, frame.atMs)),
      this.#frames.listen((frame) => {
        this.#stepPipeline(frame, onPointer)
      }),
    ]
    this.#stopListening = () => {
      for (const stop of stops) stop()
    }
  }

  /** Goes on with the project, and what is known of the hands, as they are now. */
  follow(trial: Trial): void {
    const { project, calibrations } = trial
    if (!this.#pipeline || trial === this.#trial || checkProject(project).length > 0) return
    this.#trial = trial
    this.#pipeline.setCalibrations(calibrations, this.#atMs)
    this.#pipeline.setProject(project, this.#atMs)
    this.#followBodies(project)
  }

  stop(): void {
    this.#isWanted = false
    if (!this.isOn) return
    this.isOn = false
    this.isPressed = false
    this.gesture = undefined
    this.#stopListening?.()
    this.#pipeline = undefined
    this.#isEngaged = false
    this.#watchBodies(false)
    this.#resumeHands()
  }

  #resumeHands(): void {
    inBackground('window', this.#store.request('resumeHands', { reason: 'preview' }))
  }

  /** Bodies are looked for while a project that wants them is tried, whichever is in force. */
  #followBodies(project: Project): void {
    if (needsBodies(project) !== (this.#body !== undefined)) this.#watchBodies(needsBodies(project))
  }

  #watchBodies(isOn: boolean): void {
    if (!isOn && this.#body === undefined) return
    this.#body = isOn ? createBodyObserver() : undefined
    inBackground('window', this.#store.request('watchBody', { isOn }))
  }

  #stepPipeline(frame: DetectedFrame, onPointer: (at: ScreenPoint) => void): void {
    const pipeline = this.#pipeline
    if (!pipeline) return
    this.#atMs = frame.atMs
    if (!this.#isEngaged) pipeline.setMode('engaged', frame.atMs)
    this.#isEngaged = true
    const output = pipeline.step(frame, { body: this.#body?.at(frame.atMs) })
    if (output.mode !== 'engaged') {
      this.stop()
      return
    }
    if (output.pointer) onPointer(output.pointer)
    this.#showOutput(output)
  }

  #showOutput({ gestures, effects }: PipelineOutput): void {
    for (const { gesture, phase } of gestures) {
      if (phase === 'began') this.gesture = gesture
      else if (phase !== 'changed' && this.gesture === gesture) this.gesture = undefined
    }
    for (const { effect } of effects) {
      if (effect.kind === 'pointer.press') this.isPressed = true
      if (effect.kind === 'pointer.release') this.isPressed = false
      if (effect.kind === 'pointer.move') continue
      const shown = { id: this.#count++, effect }
      this.actions = [shown, ...this.actions].slice(0, SHOWN)
    }
  }
}
