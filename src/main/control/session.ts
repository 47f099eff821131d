import { inBackground } from '../../contract/boundary/faults.ts'
import type { AppState, Mode } from '../../contract/channels/app-state.ts'
import type { MainEndpoint, Unsubscribe } from '../../contract/boundary/endpoints.ts'
import { subscribe, notifyAll } from '../../contract/boundary/subscribers.ts'
import { frameFromMessage, type FrameMessage } from '../../contract/frames/frame-message.ts'
import type { CausedEffect, Effect } from '../../core/action/effect.ts'
import type { BodyReading, LetterReading } from '../../core/classifier/classifier.ts'
import type { HandFrame } from '../../core/hand/hand-frame.ts'
import type { Calibrations } from '../../core/pointer/hand-calibration.ts'
import type { Desktop, ScreenPoint } from '../../core/geometry/point.ts'
import type { CancelReason } from '../../core/gesture/gesture-event.ts'
import type { Pipeline, PipelineOutput } from '../../core/pipeline/pipeline.ts'
import type { Project } from '../../core/project/project.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import type { FrameClock } from '../shared/frame-clock.ts'
import type { StateStore } from '../shared/state-store.ts'
import type { DispatcherChoice } from './dispatcher-choice.ts'
import { createEffectPath, effectStations, type EffectPath, type Spelling } from './effect-path.ts'
import { watchPerson, type PersonWatch } from './person-watch.ts'
import { INTERPOLATION_CAUSE } from './pointer-interpolation.ts'
import { sessionSubscribers, type SessionEvents } from './session-events.ts'
import { watchStalls } from './stall-watch.ts'
import { createStandBack, type StandBack } from './stand-back.ts'
import { whyNothingActs } from './status-hint.ts'
import { createWaveAway, type WaveAway } from './wave-away.ts'

export interface SessionParts {
  readonly end: MainEndpoint
  readonly pipeline: Pipeline
  readonly dispatchers: DispatcherChoice
  readonly stateStore: StateStore
  readonly clock: FrameClock
  readonly nowMs: () => number
  /** Where the pointer really is, whoever moved it. */
  readonly pointerPosition: () => Promise<ScreenPoint>
  /** Reads letters out of frames for the projects that want them: what was heard since the last frame. Never waits. */
  readonly letters: Spelling & { read(frame: HandFrame): LetterReading | undefined }
  /** Whether the project in force may do this: what came from outside may not do everything unasked. */
  readonly permits: (effect: Effect) => boolean
  /** What the person does, for the projects that want to know. */
  readonly bodies: { read(atMs: number): BodyReading | undefined }
}

/** The way of a frame through the main process, and every way out of it that lets go of what is held. */
export class Session {
  readonly #parts: SessionParts
  readonly #stops: readonly Unsubscribe[]
  readonly #subscribers = sessionSubscribers()
  readonly #standBack: StandBack
  readonly #person: PersonWatch
  readonly #waveAway: WaveAway
  readonly #path: EffectPath
  #newest: PipelineOutput | undefined
  /** Nothing has happened since everything was let go. */
  #isSettled = true

  constructor(parts: SessionParts) {
    this.#parts = parts
    const { pipeline, dispatchers, stateStore, nowMs, pointerPosition } = parts
    this.#standBack = createStandBack({
      onBegin: () => inBackground('control', this.letGo('overruled')),
      onChange: () => {
        this.#patchState({})
      },
    })
    this.#person = watchPerson({
      ...{ nowMs, pointerPosition, state: stateStore.current, standBack: this.#standBack },
      heldKeys: () => dispatchers.current().held().keys,
      onMouseGivenBack: pipeline.pointerIsAt,
    })
    this.#waveAway = createWaveAway(nowMs)
    const stations = effectStations({
      ...{ waveAway: this.#waveAway, spelling: parts.letters, watch: this.#person, nowMs },
      permits: parts.permits,
      ownEffects: {
        setMode: this.setMode.bind(this),
        switchProject: this.#publish.bind(this, 'projectEffect'),
        done: this.#noteDoneEffect.bind(this),
      },
      dispatch: (caused) => {
        dispatchers.current().dispatch(caused)
      },
    })
    this.#path = createEffectPath(stations)
    this.#stops = this.#listen()
  }

  /** Hears what the session publishes, at once. */
  on<Name extends keyof SessionEvents>(
    name: Name,
    listener: (payload: SessionEvents[Name]) => void,
  ): Unsubscribe {
    return subscribe(this.#subscribers[name], listener)
  }

  setMode(mode: Mode): void {
    const { stateStore, pipeline, dispatchers } = this.#parts
    if (mode === stateStore.current().mode) return
    this.#stopAndApply((atMs) => pipeline.setMode(mode, atMs))
    if (mode !== 'engaged') inBackground('control', dispatchers.current().releaseAll(mode))
  }

  /** Lets go of what is held and goes on in this project, which may be an edited version of the active one. */
  putInForce(project: Project): void {
    inBackground(
      'control',
      this.#giveUpControl('project-switched', (atMs) =>
        this.#parts.pipeline.setProject(project, atMs),
      ),
    )
    this.#publish('project', project)
    this.#patchState({ project: { id: project.id, name: project.name } })
  }

  /** The project in force came by itself: a swipe takes it back while that is news. Undefined: somebody asked for it. */
  offerToWaveAway(takeBack: (() => void) | undefined): void {
    this.#waveAway.offerToTakeBack(takeBack)
  }

  setCalibrations(calibrations: Calibrations): void {
    const { pipeline } = this.#parts
    inBackground(
      'control',
      this.#giveUpControl('calibrated', (atMs) => pipeline.setCalibrations(calibrations, atMs)),
    )
  }

  /** Monitors came or went. A drag that was under way is let go of where it is: its place may be gone. */
  setDesktop(desktop: Desktop): void {
    inBackground('control', this.letGo('overruled'))
    this.#parts.pipeline.setDesktop(desktop)
    this.#parts.dispatchers.setDesktop(desktop)
  }

  /** A key of the real keyboard went down, or one of ours. */
  realKeyDown(): void {
    this.#person.keyDown()
  }

  /** The pointer was heard to be there, whoever moved it. */
  pointerSeenAt(at: ScreenPoint): void {
    this.#person.pointerSeenAt(at)
  }

  /** Hands do nothing for this reason until it is taken back with `undefined`. */
  standBack(reason: string, words: Sentence | undefined): void {
    this.#standBack.because(reason, words)
  }

  /** Cancels every gesture and lets go of everything held. Resolves when the system has it. */
  letGo(reason: CancelReason): Promise<void> {
    this.#publish('letGo', reason)
    this.#isSettled = true
    return this.#giveUpControl(reason, (atMs) => this.#parts.pipeline.cancelAll(reason, atMs))
  }

  close(): void {
    this.#path.stop()
    this.#person.close()
    for (const stop of this.#stops) stop()
  }

  #listen(): readonly Unsubscribe[] {
    const { end, dispatchers, stateStore, clock } = this.#parts
    return [
      end.on('frame', (message) => {
        this.#onFrame(message)
      }),
      end.on('camera', (camera) => {
        this.#patchState(camera.kind === 'live' ? { camera } : { camera, handCount: 0 })
        if (camera.kind !== 'live') inBackground('control', this.letGo('tracking-stopped'))
      }),
      end.on('tracker', (tracker) => {
        this.#patchState({ tracker })
        if (tracker.kind !== 'ready') inBackground('control', this.letGo('tracking-stopped'))
      }),
      end.onConnection((isConnected) => {
        if (!isConnected) inBackground('control', this.letGo('tracking-stopped'))
      }),
      dispatchers.onChange((isDryRun) => {
        inBackground('control', this.letGo('overruled'))
        stateStore.change({ isDryRun })
      }),
      dispatchers.onDone((caused) => {
        this.#noteDoneEffect(caused)
      }),
      watchStalls({
        sinceLastMs: clock.sinceLastMs,
        isUnderWay: () => !this.#isSettled,
        onStall: () => inBackground('control', this.letGo('tracking-stopped')),
      }),
    ]
  }

  #onFrame(message: FrameMessage): void {
    const { stateStore, pipeline, clock, letters, bodies, nowMs } = this.#parts
    const arrivedMs = nowMs()
    stateStore.change({ handCount: message.hands.length })
    const frame = frameFromMessage(message)
    // Letters are read on while hands stand back: somebody may be practising them.
    const letter = letters.read(frame)
    if (this.#standBack.words() !== undefined) return
    this.#isSettled = false
    const output = pipeline.step(frame, { letter, body: bodies.read(frame.atMs) })
    const stages = clock.stepped(message, arrivedMs)
    this.#publish('frame', { atMs: message.atMs, handCount: message.hands.length, stages })
    this.#apply(output)
  }

  #giveUpControl(reason: string, step: (atMs: number) => PipelineOutput): Promise<void> {
    this.#stopAndApply(step)
    return this.#parts.dispatchers.current().releaseAll(reason)
  }

  #stopAndApply(step: (atMs: number) => PipelineOutput): void {
    this.#path.stop()
    this.#apply(step(this.#parts.clock.atMs()))
  }

  #apply(output: PipelineOutput): void {
    this.#newest = output
    this.#publish('output', { output, atMs: this.#parts.clock.atMs() })
    const takeBack = this.#waveAway.watch(output)
    for (const caused of output.effects) {
      this.#path.send(caused)
      // It changed mode or project: everything was let go of, and nothing of this output is to come after that.
      if (this.#newest !== output) return
    }
    if (output.mode !== 'engaged') this.#path.stop()
    this.#patchState({ mode: output.mode })
    takeBack?.()
  }

  #noteDoneEffect(caused: CausedEffect): void {
    if (caused.effect.kind === 'pointer.move') this.#parts.clock.moved(caused.atMs)
    this.#person.done(caused)
    if (caused.cause !== INTERPOLATION_CAUSE) this.#publish('done', caused)
  }

  #patchState(patch: Partial<AppState>): void {
    const { stateStore } = this.#parts
    const hint = this.#standBack.words() ?? this.#newest?.hint
    stateStore.change({
      ...patch,
      hint: whyNothingActs({ ...stateStore.current(), ...patch }, hint),
    })
  }

  #publish<Name extends keyof SessionEvents>(name: Name, payload: SessionEvents[Name]): void {
    notifyAll(this.#subscribers[name], payload)
  }
}
