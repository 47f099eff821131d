import type {
  StageProblem,
  TrackerCommand,
  TrackerTiming,
  TrackingCommand,
} from '../../../contract/channels/status.ts'
import type { TrackerChoice, TrackerName } from '../../shared/app-options.ts'
import { say } from '../../../contract/words/say.ts'
import { toType } from '../../../core/sentence/sentence.ts'
import type { TrackerSubject } from './native-tracker.ts'
import type { SupervisorNews, TrackerSupervisor } from './tracker-supervisor.ts'

export interface TrackerSelectorDependencies {
  readonly subject: TrackerSubject
  /** What the tasks-vision tracker needs. */
  readonly model: TrackerCommand['model']
  startNative(onNews: (news: SupervisorNews) => void): TrackerSupervisor
  newToken(): string
  /** To the page, also to the next one that comes. */
  command(command: TrackingCommand): void
  /** The tracker that works from now on, or that both are being timed. */
  show(name: TrackerName | 'auto'): void
  remember(name: TrackerName): void
  report(problem: StageProblem): void
  clearProblems(): void
  /** Frames have stopped. */
  letGo(): void
}

const NO_MODEL: TrackerCommand['model'] = {
  kind: 'broken',
  message: say('The native tracker has its models in its own process.'),
  fix: toType('npm run models'),
}

/**
 * Which tracker the page is to use, and that the native one's process is there when it is.
 *
 * | what happens                        | next                                                              |
 * | chosen: native                      | its process is started; ordered once it is up                     |
 * | chosen: mediapipe                   | ordered; the process ends                                         |
 * | chosen: auto, or nothing remembered | the process is started; once it is up the page times both         |
 * | timings                             | the faster is remembered and ordered                              |
 * | process down                        | everything held is let go; ordered again when it is back          |
 * | process given up                    | mediapipe is ordered, for this run; it is said why                |
 */
export class TrackerSelector {
  readonly #world: TrackerSelectorDependencies
  #choice: TrackerChoice
  #native: TrackerSupervisor | undefined
  #hasGivenUp = false

  constructor(world: TrackerSelectorDependencies, choice: TrackerChoice) {
    this.#world = world
    this.#choice = choice
    this.#follow()
  }

  choose(choice: TrackerChoice): void {
    this.#choice = choice
    // Asked for again by the user: as good as new.
    if (this.#hasGivenUp) this.#native = undefined
    this.#hasGivenUp = false
    this.#world.clearProblems()
    this.#follow()
  }

  useTimings(timings: readonly TrackerTiming[]): void {
    if (this.#choice !== 'auto') return
    this.#choice = fasterTracker(timings)
    this.#world.remember(this.#choice)
    this.#follow()
  }

  close(): void {
    this.#native?.close()
  }

  #follow(): void {
    this.#world.show(this.#choice)
    if (this.#choice === 'mediapipe') {
      this.#native?.close()
      this.#native = undefined
    } else {
      this.#native ??= this.#world.startNative((news) => {
        this.#onNativeNews(news)
      })
    }
    this.#commandPage()
  }

  /** Waits for a process that is not up yet. */
  #commandPage(): void {
    const mediapipe = this.#mediapipe()
    if (this.#choice === 'mediapipe' || this.#hasGivenUp) {
      this.#world.command({ kind: 'track', tracker: mediapipe })
      return
    }
    const native = this.#admitToNative()
    if (!native) return
    if (this.#choice === 'native') this.#world.command({ kind: 'track', tracker: native })
    else this.#world.command({ kind: 'measure', trackers: [native, mediapipe] })
  }

  #onNativeNews(news: SupervisorNews): void {
    if (news.kind === 'up') {
      this.#world.clearProblems()
    } else {
      this.#hasGivenUp = news.kind === 'given-up'
      this.#world.letGo()
      this.#world.report(problemOf(this.#world.subject, news))
    }
    if (this.#hasGivenUp) this.#world.show('mediapipe')
    if (news.kind !== 'down') this.#commandPage()
  }

  #admitToNative(): TrackerCommand | undefined {
    const token = this.#world.newToken()
    const door = this.#native?.admit(token)
    if (!door) return undefined
    const endpoint = { url: `ws://127.0.0.1:${door.port}`, token }
    return { name: 'native', delegate: 'cpu', endpoint, model: NO_MODEL }
  }

  #mediapipe(): TrackerCommand {
    return { name: 'mediapipe', delegate: 'auto', model: this.#world.model }
  }
}

/** One that could not be opened has no time. Between equals the one that spares the processor. */
export function fasterTracker(timings: readonly TrackerTiming[]): TrackerName {
  const msOf = (name: TrackerName): number =>
    timings.find((timing) => timing.name === name)?.medianMs ?? Number.POSITIVE_INFINITY
  const nativeMs = msOf('native')
  return Number.isFinite(nativeMs) && nativeMs <= msOf('mediapipe') ? 'native' : 'mediapipe'
}

const AGAIN = {
  hands: say('Choose the native tracker again in the window, or start with --tracker native.'),
  bodies: say('Choose the native tracker again on the page “Body”.'),
} as const

function problemOf(
  subject: TrackerSubject,
  news: Exclude<SupervisorNews, { kind: 'up' }>,
): StageProblem {
  const stage = subject === 'hands' ? 'tracking' : 'body'
  if (news.kind === 'down') return { stage, severity: 'medium', message: news.message }
  const message = say('{} Beckon goes on with the slower MediaPipe tracker.', news.message)
  return { stage, severity: 'medium', message, fix: AGAIN[subject] }
}
