import { inBackground } from '../../contract/boundary/faults.ts'
import type {
  AppState,
  ListedProject,
  Mode,
  PointerView,
  Progress,
  ShownAction,
  ShownGesture,
} from '../../contract/channels/app-state.ts'
import type {
  Answer,
  Ask,
  DownlinkPayload,
  Request,
  StateChannel,
} from '../../contract/channels/channels.ts'
import {
  settingsSchema,
  type Settings,
  type SettingsChange,
} from '../../contract/channels/settings.ts'
import type { RendererEndpoint, Unsubscribe } from '../../contract/boundary/endpoints.ts'
import type { Switched } from '../../contract/channels/project-channels.ts'
import type { PracticeView } from '../../contract/channels/practice-channels.ts'
import type { Problem, Result } from '../../contract/boundary/result.ts'
import type { TrackerChoice } from './tracker-choice.ts'
import type {
  CameraSource,
  RendererMetrics,
  StageProblem,
  TrackerStatus,
} from '../../contract/channels/status.ts'
import { PublishedState } from './published-state.svelte.ts'
import { VideoIntake } from './intake/video-intake.svelte.ts'

const ACTIONS_SHOWN = 5
/** A link that is back this soon was never worth a word. */
const LINK_LOST_AFTER_MS = 1000
const NO_PROGRESS: Progress = { kind: 'none', ratio: 0 }

/** What people have chosen before the host says what. */
const USUAL = settingsSchema.parse({})

/** Everything the window shows, as it comes from the host, and everything it may ask for. */
export class AppStore {
  gesture = $state.raw<ShownGesture>()
  /** Newest first, with a number of its own: two equal actions are two. */
  actions = $state.raw<readonly (ShownAction & { readonly id: number })[]>([])
  progress = $state.raw<Progress>(NO_PROGRESS)
  pointer = $state.raw<PointerView>()
  cameraLabels = $state.raw<readonly string[]>([])
  metrics = $state.raw<RendererMetrics>()
  stream = $state.raw<MediaStream>()
  /** Undefined while nobody wants bodies; `auto` while both trackers of them are timed. */
  bodyTracker = $state.raw<TrackerStatus>()
  /** The last change of project, for as long as it is news. */
  switched = $state.raw<Switched>()
  readonly videoIntake = new VideoIntake((name, payload) => this.request(name, payload))
  isConnected = $state(true)
  /** What the last request came to, when it failed. */
  refusal = $state.raw<Problem>()

  readonly #end: RendererEndpoint
  readonly #published: PublishedState
  readonly #stops: readonly Unsubscribe[]
  #actionsSeen = 0
  #linkTimer: ReturnType<typeof setTimeout> | undefined

  constructor(end: RendererEndpoint) {
    this.#end = end
    this.#published = new PublishedState(end)
    this.#stops = [
      end.on('switched', (switched) => (this.switched = switched)),
      end.on('progress', (progress) => (this.progress = progress)),
      end.on('pointer', (pointer) => (this.pointer = pointer)),
      end.on('gesture', (gesture) => {
        this.#showGesture(gesture)
      }),
      end.on('action', (action) => {
        const shown = { ...action, id: this.#actionsSeen++ }
        this.actions = [shown, ...this.actions].slice(0, ACTIONS_SHOWN)
      }),
      end.onConnection((isConnected) => {
        this.#showConnection(isConnected)
      }),
    ]
  }

  /** How things are: what the host has published on this channel last, or undefined before it has said. */
  value<Name extends StateChannel>(channel: Name): DownlinkPayload<Name> | undefined {
    return this.#published.value(channel)
  }

  // What nearly every page reads has a name of its own.

  get state(): AppState | undefined {
    return this.value('state')
  }

  get projects(): readonly ListedProject[] {
    return this.value('projects') ?? []
  }

  /** The usual ones until the host has said what people chose. */
  get settings(): Settings {
    return this.value('settings') ?? USUAL
  }

  /** Something in the window does not work. */
  report(problem: StageProblem): void {
    this.#end.send('problem', problem)
  }

  setMode(mode: Mode): void {
    inBackground('window', this.#noteRefusal(this.#end.request('setMode', { mode })))
  }

  /** Pauses, or starts watching again. */
  togglePause(): void {
    this.setMode(this.state?.mode === 'paused' ? 'watching' : 'paused')
  }

  switchProject(id: string): void {
    inBackground('window', this.#noteRefusal(this.#end.request('switchProject', { id })))
  }

  chooseCamera(source: CameraSource): void {
    inBackground('window', this.#noteRefusal(this.#end.request('chooseCamera', { source })))
  }

  /** `auto` has both timed and takes the faster. */
  chooseTracker(tracker: TrackerChoice): void {
    inBackground('window', this.#noteRefusal(this.#end.request('chooseTracker', { tracker })))
  }

  /** As `chooseTracker`, for bodies. */
  chooseBodyTracker(tracker: TrackerChoice): void {
    inBackground('window', this.#noteRefusal(this.#end.request('chooseBodyTracker', { tracker })))
  }

  setSourceMirrored(isSourceMirrored: boolean): void {
    inBackground(
      'window',
      this.#noteRefusal(this.#end.request('setSourceMirrored', { isSourceMirrored })),
    )
  }

  changeSettings(change: SettingsChange): void {
    inBackground('window', this.#noteRefusal(this.#end.request('changeSettings', change)))
  }

  /** Any request; a refusal is shown in the state bar as well. */
  async request<Name extends Request>(
    name: Name,
    payload: Ask<Name>,
  ): Promise<Result<Answer<Name>>> {
    const answer = this.#end.request(name, payload)
    await this.#noteRefusal(answer)
    return answer
  }

  /** What the letter network makes of each frame, while somebody practises. */
  onPractice(listener: (view: PracticeView) => void): Unsubscribe {
    return this.#end.on('practice', listener)
  }

  close(): void {
    clearTimeout(this.#linkTimer)
    for (const stop of this.#stops) stop()
    this.#published.close()
  }

  async #noteRefusal(answer: Promise<Result<unknown>>): Promise<void> {
    const result = await answer
    this.refusal = result.ok ? undefined : result.problem
  }

  #showConnection(isConnected: boolean): void {
    clearTimeout(this.#linkTimer)
    if (isConnected) this.isConnected = true
    else this.#linkTimer = setTimeout(() => (this.isConnected = false), LINK_LOST_AFTER_MS)
  }

  #showGesture(gesture: ShownGesture): void {
    if (gesture.phase === 'began' || gesture.phase === 'changed') this.gesture = gesture
    else if (this.gesture?.gesture === gesture.gesture && this.gesture.hand === gesture.hand) {
      this.gesture = undefined
    }
  }
}
