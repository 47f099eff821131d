import type { AppState, Mode } from '../../contract/channels/app-state.ts'
import type { MainEndpoint, Unsubscribe } from '../../contract/boundary/endpoints.ts'
import { frameFromMessage, type FrameMessage } from '../../contract/frames/frame-message.ts'
import type { CausedEffect, EffectOf } from '../../core/action/effect.ts'
import { isOurs, type OwnEffect } from '../../core/action/effect-traits.ts'
import { say } from '../../contract/words/say.ts'
import type { Calibrations } from '../../core/pointer/hand-calibration.ts'
import type { Desktop, ScreenPoint } from '../../core/geometry/point.ts'
import type { CancelReason } from '../../core/gesture/gesture-event.ts'
import type { Pipeline, PipelineOutput } from '../../core/pipeline/pipeline.ts'
import type { Project } from '../../core/project/project.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import type { EventPublisher } from '../shared/event-publisher.ts'
import type { BodyReader } from '../features/tracking/body-reader.ts'
import type { RunSummary } from '../shared/run-summary.ts'
import type { FrameClock } from '../shared/frame-clock.ts'
import type { LetterReader } from '../features/letters/letter-reader.ts'
import type { Dispatcher } from '../system/output/queue/dispatcher.ts'
import {
  createPointerInterpolation,
  INTERPOLATION_CAUSE,
  type PointerInterpolation,
} from './pointer-interpolation.ts'
import { watchMouse, type MouseWatch } from './mouse-watch.ts'
import type { WordComposer } from '../features/letters/word-composer.ts'
import type { StateStore } from '../shared/state-store.ts'
import { watchTyping, type TypingWatch } from './typing-watch.ts'
import { whyNothingActs } from './status-hint.ts'

export type ProjectWish = EffectOf<'project.switch' | 'project.step'>

export interface SessionParts {
  readonly end: MainEndpoint
  readonly pipeline: Pipeline
  /** The dispatcher in force: the system's, or the dry one while an unasked-for demo hand plays. */
  readonly dispatcher: () => Dispatcher
  readonly stateStore: StateStore
  readonly clock: FrameClock
  readonly publisher: EventPublisher
  readonly summary: RunSummary
  /** A gesture means another project. */
  readonly onProjectWish: (wish: ProjectWish) => void
  /** What takes back a project that came by itself a moment ago; undefined when none did. */
  readonly unaskedSwitch: () => (() => void) | undefined
  readonly nowMs: () => number
  /** Where the pointer really is, whoever moved it. */
  readonly pointerPosition: () => Promise<ScreenPoint>
  /** A project as it is to run: with what was found out about this user. */
  readonly fitted: (project: Project) => Project
  /** Hears all that comes out of the pipeline. */
  readonly onStep: (output: PipelineOutput, atMs: number) => void
  readonly letters: LetterReader
  readonly bodies: BodyReader
  readonly spelling: WordComposer
}

/** Frames that stop for this long mid-gesture mean that tracking stopped: slower than any tracker we ship. */
const STALL_MS = 300
const STALL_CHECK_MS = 50
/** The project that comes back sees the end of the same stroke, which is no stroke of its own. */
const WAVE_MS = 1000
const TYPING = say('You are typing.')
const HAS_MOUSE = say('You have the mouse.')

/** The way of a frame through the main process, and every way out of it that lets go of what is held. */
export class Session {
  readonly #parts: SessionParts
  readonly #stops: Unsubscribe[]
  readonly #interpolation: PointerInterpolation
  readonly #mouse: MouseWatch
  readonly #typing: TypingWatch
  #pipelineHint: Sentence | undefined
  #wavedAtMs = -Infinity
  /** What hands stand back for, and how people are told. */
  readonly #standsBackFor = new Map<string, Sentence>()
  /** Nothing has happened since everything was let go. */
  #isSettled = true

  constructor(parts: SessionParts) {
    this.#parts = parts
    const { end, stateStore, summary } = parts
    this.#interpolation = createPointerInterpolation({
      dispatch: (caused) => {
        this.#mouse.sent(caused)
        this.#typing.sent(caused)
        parts.dispatcher().dispatch(caused)
      },
      nowMs: parts.nowMs,
    })
    this.#mouse = watchMouse({
      position: parts.pointerPosition,
      nowMs: parts.nowMs,
      isWorthIt: () =>
        stateStore.current().mode === 'engaged' && stateStore.current().handCount > 0,
      onTaken: () => {
        void this.letGo('overruled')
        this.#show({})
      },
      onGivenBack: (at) => {
        parts.pipeline.pointerIsAt(at)
        this.#show({})
      },
    })
    this.#typing = watchTyping({
      nowMs: parts.nowMs,
      heldKeys: () => parts.dispatcher().held().keys,
      onChange: (isTyping) => {
        this.standBack('typing', isTyping ? TYPING : undefined)
      },
    })
    const stallWatch = setInterval(() => {
      this.#checkStall()
    }, STALL_CHECK_MS)
    this.#stops = [
      () => {
        clearInterval(stallWatch)
      },
      end.on('frame', (message) => {
        this.#onFrame(message)
      }),
      end.on('camera', (camera) => {
        this.#show(camera.kind === 'live' ? { camera } : { camera, handCount: 0 })
        if (camera.kind !== 'live') void this.letGo('tracking-stopped')
      }),
      end.on('tracker', (tracker) => {
        this.#show({ tracker })
        if (tracker.kind !== 'ready') void this.letGo('tracking-stopped')
      }),
      end.on('metrics', (metrics) => {
        summary.dropped(metrics.droppedFrames)
      }),
      end.on('problem', (problem) => {
        stateStore.report(problem)
      }),
      end.onConnection((isConnected) => {
        if (!isConnected) void this.letGo('tracking-stopped')
      }),
    ]
  }

  setMode(mode: Mode): void {
    const { stateStore, pipeline, clock, dispatcher } = this.#parts
    if (mode === stateStore.current().mode) return
    this.#interpolation.stop()
    this.#apply(pipeline.setMode(mode, clock.atMs()))
    if (mode !== 'engaged') void dispatcher().releaseAll(mode)
  }

  /** Lets go of what is held and goes on in this project, which may be an edited version of the active one. */
  putInForce(project: Project): void {
    const { pipeline, clock, dispatcher } = this.#parts
    this.#interpolation.stop()
    this.#apply(pipeline.setProject(this.#parts.fitted(project), clock.atMs()))
    this.#parts.letters.follow(project)
    this.#parts.bodies.follow(project)
    this.#parts.spelling.follow(project)
    void dispatcher().releaseAll('project-switched')
    this.#show({ project: { id: project.id, name: project.name } })
  }

  setCalibrations(calibrations: Calibrations): void {
    const { pipeline, clock, dispatcher } = this.#parts
    this.#interpolation.stop()
    this.#apply(pipeline.setCalibrations(calibrations, clock.atMs()))
    void dispatcher().releaseAll('calibrated')
  }

  /** Monitors came or went. A drag that was under way is let go of where it is: its place may be gone. */
  setDesktop(desktop: Desktop): Promise<void> {
    const released = this.letGo('overruled')
    this.#parts.pipeline.setDesktop(desktop)
    return released
  }

  /** A key of the real keyboard went down, or one of ours. */
  realKeyDown(): void {
    if (this.#parts.stateStore.current().mode !== 'paused') this.#typing.keyDown()
  }

  /** The pointer was heard to be there, whoever moved it. */
  pointerSeenAt(at: ScreenPoint): void {
    this.#mouse.seenAt(at)
  }

  /** Hands do nothing for this reason until it is taken back with `undefined`. */
  standBack(reason: string, words: Sentence | undefined): void {
    if (this.#standsBackFor.get(reason) === words) return
    if (words === undefined) this.#standsBackFor.delete(reason)
    else {
      this.#standsBackFor.set(reason, words)
      void this.letGo('overruled')
    }
    this.#show({})
  }

  /** Cancels every gesture and lets go of everything held. Resolves when the system has it. */
  letGo(reason: CancelReason): Promise<void> {
    const { pipeline, clock, dispatcher, spelling } = this.#parts
    // Somebody else types or clicks: the word under way is anybody's guess.
    if (reason === 'overruled') spelling.forget()
    this.#isSettled = true
    this.#interpolation.stop()
    this.#apply(pipeline.cancelAll(reason, clock.atMs()))
    return dispatcher().releaseAll(reason)
  }

  /** Call for each effect a dispatcher finished. */
  done(caused: CausedEffect): void {
    if (caused.effect.kind === 'pointer.move') this.#parts.clock.moved(caused.atMs)
    this.#typing.done(caused)
    // Steps of the glide are no news: the point that they lead to is.
    if (caused.cause === INTERPOLATION_CAUSE) return
    this.#parts.publisher.action(caused, this.#parts.stateStore.current().isDryRun)
  }

  close(): void {
    this.#interpolation.stop()
    this.#mouse.close()
    this.#typing.close()
    for (const stop of this.#stops.splice(0)) stop()
  }

  #onFrame(message: FrameMessage): void {
    const { stateStore, pipeline, clock, summary, nowMs } = this.#parts
    const arrivedMs = nowMs()
    stateStore.change({ handCount: message.hands.length })
    const frame = frameFromMessage(message)
    // Letters are read on while hands stand back: somebody may be practising them.
    const letter = this.#parts.letters.read(frame)
    if (this.#mouse.isTaken() || this.#standsBackFor.size > 0) return
    this.#isSettled = false
    const body = this.#parts.bodies.read(frame.atMs)
    const output = pipeline.step(frame, { letter, body })
    const stages = clock.stepped(message, arrivedMs)
    summary.frame(message.atMs, message.hands.length, stages)
    this.#apply(output)
  }

  #apply(output: PipelineOutput): void {
    const { publisher, onStep, clock, spelling } = this.#parts
    onStep(output, clock.atMs())
    for (const event of output.gestures) publisher.gesture(event)
    const takeBack = this.#wavedAway(output)
    for (const meant of output.effects) {
      if (this.#isWavingStill() && isWave(meant.cause)) continue
      for (const caused of spelling.resolve(meant)) this.#carryOut(caused)
    }
    if (output.mode !== 'engaged') this.#interpolation.stop()
    publisher.progress(output.progress)
    this.#pipelineHint = output.hint
    this.#show({ mode: output.mode })
    takeBack?.()
  }

  /** A project that nobody asked for is waved away by a swipe, which then means nothing else. */
  #wavedAway({ mode, gestures }: PipelineOutput): (() => void) | undefined {
    const isWaved = gestures.some(({ gesture, phase }) => phase === 'began' && isWave(gesture))
    const takeBack = isWaved && mode === 'engaged' ? this.#parts.unaskedSwitch() : undefined
    if (takeBack !== undefined) this.#wavedAtMs = this.#parts.nowMs()
    return takeBack
  }

  #isWavingStill(): boolean {
    return this.#parts.nowMs() - this.#wavedAtMs < WAVE_MS
  }

  #carryOut(caused: CausedEffect): void {
    const { effect } = caused
    if (!isOurs(effect)) return this.#interpolation.dispatch(caused)
    this.#doOurselves(effect)
    this.done(caused)
  }

  #doOurselves(effect: OwnEffect): void {
    switch (effect.kind) {
      case 'mode':
        return this.setMode(effect.mode)
      case 'project.switch':
      case 'project.step':
        return this.#parts.onProjectWish(effect)
      // Keys and text have taken its place.
      case 'spelling':
    }
  }

  #show(patch: Partial<AppState>): void {
    const { stateStore } = this.#parts
    const state = { ...stateStore.current(), ...patch }
    stateStore.change({ ...patch, hint: whyNothingActs(state, this.#handHint()) })
  }

  #handHint(): Sentence | undefined {
    const [words] = this.#standsBackFor.values()
    return words ?? (this.#mouse.isTaken() ? HAS_MOUSE : this.#pipelineHint)
  }

  #checkStall(): void {
    if (!this.#isSettled && this.#parts.clock.sinceLastMs() > STALL_MS) {
      void this.letGo('tracking-stopped')
    }
  }
}

const isWave = (gesture: string): boolean => gesture === 'swipe.left' || gesture === 'swipe.right'
