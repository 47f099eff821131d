import type { AppState } from '../../contract/channels/app-state.ts'
import type { CameraSource } from '../../contract/channels/status.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { createEventPublisher, type EventPublisher } from '../shared/event-publisher.ts'
import { handleMachineRequests } from './handle-machine-requests.ts'
import { handleRequests } from './handle-requests.ts'
import { createCameraPolicy, type CameraPolicy } from '../features/camera/camera-policy.ts'
import type { AppOptions } from './cli.ts'
import type { DisposeStack } from '../../node/dispose-stack.ts'
import { chooseDispatcher, type DispatcherChoice } from '../control/dispatcher-choice.ts'
import type { EventLog } from '../shared/event-log.ts'
import { createRunSummary, type RunSummary } from '../shared/run-summary.ts'
import { createFrameClock, type FrameClock } from '../shared/frame-clock.ts'
import type { Host } from '../system/host/host.ts'
import type { TrackerDoor } from '../features/tracking/native-tracker.ts'
import { speakOwnLanguage } from '../features/settings/own-language.ts'
import type { ProjectSwitcher } from '../features/projects/project-switcher.ts'
import { createRecordablePipeline } from '../features/recordings/recordable-pipeline.ts'
import type { Services } from './open-services.ts'
import type { Terminal } from '../shared/terminal.ts'
import { setUpBodies } from '../features/tracking/set-up-bodies.ts'
import { setUpLetters } from '../features/letters/set-up-letters.ts'
import { setUpProjects } from '../features/projects/set-up-projects.ts'
import { setUpRealInput, type ListenToRealInput } from '../control/set-up-real-input.ts'
import { setUpRecordings } from '../features/recordings/set-up-recordings.ts'
import { setUpService } from '../features/service/set-up-service.ts'
import { setUpTracking } from '../features/tracking/set-up-tracking.ts'
import { setUpTuning } from '../features/tuning/set-up-tuning.ts'
import { setUpVideos } from '../features/videos/set-up-videos.ts'
import { Session } from '../control/session.ts'
import { createStateStore, type StateStore } from '../shared/state-store.ts'

export interface AppParts {
  /** Hears of what ends a way of tracking for good; nobody may be looking at a window. */
  readonly terminal: Terminal
  /** Folder of models and shipped projects. */
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly host: Host
  readonly options: AppOptions
  readonly services: Services
  readonly source: CameraSource
  readonly disposeStack: DisposeStack
  readonly nowMs: () => number
  readonly listen: ListenToRealInput
  /** The display is a virtual one of ours: a demo hand that nobody asked for may act there. */
  readonly isOwnDisplay: boolean
}

export interface ComposedApp {
  readonly stateStore: StateStore
  readonly session: Session
  readonly switcher: ProjectSwitcher
  readonly publisher: EventPublisher
  readonly summary: RunSummary
  readonly clock: FrameClock
  readonly settings: Services['settings']
}

/** Joins host and services into an app that is ready for its first frame. */
export function compose(parts: AppParts): ComposedApp {
  const { host, options, services, disposeStack, nowMs } = parts
  const stateStore = createStateStore(initialState(parts), nowMs)
  const summary = createRunSummary()
  const clock = createFrameClock(nowMs)

  const dispatchers = chooseDispatcher({
    ...{ system: services.dispatcher, dry: services.dryDispatcher },
    isDryRun: options.isDryRun,
    onChange: (isDryRun) => {
      void session.letGo('overruled')
      stateStore.change({ isDryRun })
    },
  })
  const tuning = setUpTuning({
    ...{ host, services, stateStore, disposeStack },
    onShadow: dispatchers.dryFor.bind(undefined, 'shadow'),
  })
  const pipeline = createRecordablePipeline({
    ...{ project: tuning.fitted(services.project), desktop: services.desktop },
    ...{ isEngagedPinned: options.isEngaged, mode: stateStore.current().mode },
    calibrations: services.tuning.calibrations.current(),
  })
  const publisher = createEventPublisher({ host, log: services.log, summary, clock, nowMs })
  const reading = setUpLetters({ ...parts, stateStore })
  const session = new Session({
    end: host.end,
    pipeline,
    dispatcher: dispatchers.current,
    stateStore,
    clock,
    ...{ publisher, summary, nowMs },
    onProjectWish: (wish) => {
      switcher.wish(wish)
    },
    unaskedSwitch: () => switcher.unasked(),
    pointerPosition: services.pointerPosition,
    fitted: tuning.fitted,
    onStep: tuning.shadow.step,
    bodies: setUpBodies({ ...parts, stateStore }),
    ...reading,
  })
  disposeStack.add('session', session.close.bind(session))
  tuning.serve(session)
  reading.serve(session)
  if (!options.isDryRun) setUpRealInput({ ...parts, session, stateStore })
  listenToDispatchers(services, session, stateStore)

  const tracker = setUpTracking({ ...parts, stateStore, session })
  const camera = openCamera(parts, dispatchers)
  host.end.on('cameras', (labels) => void camera.seen(labels))
  followState(parts, stateStore, camera, logStates(services.log, clock))
  followSettings(parts, stateStore)
  const joined = { ...parts, end: host.end, stateStore, session }
  const switcher = setUpProjects(joined)
  setUpBeside({ ...joined, dataDir: services.dataDir, pipeline })
  handleMachineRequests(joined)
  handleRequests({ ...joined, camera, tracker, switcher, settings: services.settings })
  for (const problem of services.problems) stateStore.report(problem)
  return { stateStore, session, switcher, publisher, summary, clock, settings: services.settings }
}

/** What goes on beside the hands: what is kept to be looked at later, and the service for other programs. */
function setUpBeside(
  parts: Parameters<typeof setUpRecordings>[0] &
    Parameters<typeof setUpVideos>[0] &
    Parameters<typeof setUpService>[0],
): void {
  setUpRecordings(parts)
  setUpVideos(parts)
  setUpService(parts)
}

function openCamera(
  { host, options, services, source, isOwnDisplay }: AppParts,
  dispatchers: DispatcherChoice,
): CameraPolicy {
  return createCameraPolicy({
    initial: {
      open: true,
      source,
      isSourceMirrored: options.isSourceMirrored ?? services.settings.current().isSourceMirrored,
    },
    mayStandIn: options.camera === undefined && source.kind === 'device',
    send: (order, isStandIn) => {
      dispatchers.dryFor('demo', isStandIn && !isOwnDisplay)
      host.end.publish('cameraCommand', order)
    },
  })
}

/** Page, host and language go by what people chose. */
function followSettings({ host, services }: AppParts, stateStore: StateStore): void {
  const { settings, projects } = services
  settings.follow((chosen) => {
    host.end.publish('settings', chosen)
    host.follow(chosen)
  })
  speakOwnLanguage(settings, () => {
    host.show(stateStore.current(), projects.summaries())
  })
}

function initialState({ services, options }: AppParts): AppState {
  const { id, name } = services.project
  return {
    mode: options.startsPaused ? 'paused' : options.isEngaged ? 'engaged' : 'watching',
    project: { id, name },
    camera: { kind: 'closed' },
    tracker: { kind: 'loading', name: options.tracker ?? 'auto' },
    handCount: 0,
    isDryRun: options.isDryRun,
    problems: [],
  }
}

function listenToDispatchers(services: Services, session: Session, stateStore: StateStore): void {
  for (const dispatcher of [services.dispatcher, services.dryDispatcher]) {
    dispatcher.onDone(({ caused }) => {
      session.done(caused)
    })
    dispatcher.onProblem((problem) => {
      stateStore.report(problem)
    })
  }
}

function followState(
  { host, services }: AppParts,
  stateStore: StateStore,
  camera: CameraPolicy,
  log: (state: AppState) => void,
): void {
  const follow = (state: AppState): void => {
    log(state)
    camera.setOpen(state.mode !== 'paused')
    host.end.publish('state', state)
    host.show(state, services.projects.summaries())
  }
  follow(stateStore.current())
  stateStore.onChange(follow)
}

/** One line per change of what a reader of `--events` cares about; hand counts and problems are not among it. */
function logStates(log: EventLog, clock: FrameClock): (state: AppState) => void {
  let lastLine = ''
  return ({ mode, project, camera, tracker, hint: said }) => {
    const hint = said && inEnglish(said)
    const facts = {
      state: mode,
      project: project.id,
      camera: camera.kind,
      tracker: tracker.kind,
      hint,
    }
    const line = JSON.stringify(facts)
    if (line === lastLine) return
    lastLine = line
    log.write({ atMs: clock.atMs(), kind: 'state', ...facts })
  }
}
