import type { AppState } from '../contract/app-state.ts'
import type { CameraSource } from '../contract/status.ts'
import { inEnglish } from '../core/sentence.ts'
import { createAnnouncer, type Announcer } from './announcer.ts'
import { answerMachine } from './answer-machine.ts'
import { answerRequests } from './answer-requests.ts'
import { createCameraKeeper, type CameraKeeper } from './camera-keeper.ts'
import type { AppOptions } from './cli.ts'
import type { ClosingStack } from './closing-stack.ts'
import { chooseDispatcher, type DispatcherChoice } from './dispatcher-choice.ts'
import type { EventLog } from './diagnostics/event-log.ts'
import { createRunSummary, type RunSummary } from './diagnostics/run-summary.ts'
import { createFrameClock, type FrameClock } from './frame-clock.ts'
import type { Host } from './host/host.ts'
import type { TrackerDoor } from './native-tracker.ts'
import { speakOwnLanguage } from './own-language.ts'
import type { ProjectSwitcher } from './project-switcher.ts'
import { createRecordablePipeline } from './recordings/recordable-pipeline.ts'
import type { Services } from './services.ts'
import type { Terminal } from './terminal.ts'
import { wireBody } from './wire-body.ts'
import { wireLetters } from './wire-letters.ts'
import { wireProjects } from './wire-projects.ts'
import { wireRealInput, type ListenToRealInput } from './wire-real-input.ts'
import { wireRecordings } from './wire-recordings.ts'
import { wireService } from './wire-service.ts'
import { wireTracker } from './wire-tracker.ts'
import { wireTuning } from './wire-tuning.ts'
import { wireVideos } from './wire-videos.ts'
import { Session } from './session.ts'
import { createStateBoard, type StateBoard } from './state-board.ts'

export interface Wiring {
  /** Hears of what ends a way of tracking for good; nobody may be looking at a window. */
  readonly terminal: Terminal
  /** Folder of models and shipped projects. */
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly host: Host
  readonly options: AppOptions
  readonly services: Services
  readonly source: CameraSource
  readonly closing: ClosingStack
  readonly nowMs: () => number
  readonly listen: ListenToRealInput
  /** The display is a virtual one of ours: a demo hand that nobody asked for may act there. */
  readonly isOwnDisplay: boolean
}

export interface WiredApp {
  readonly board: StateBoard
  readonly session: Session
  readonly switcher: ProjectSwitcher
  readonly announcer: Announcer
  readonly summary: RunSummary
  readonly clock: FrameClock
  readonly settings: Services['settings']
}

/** Joins host and services into an app that is ready for its first frame. */
export function wire(wiring: Wiring): WiredApp {
  const { host, options, services, closing, nowMs } = wiring
  const board = createStateBoard(initialState(wiring), nowMs)
  const summary = createRunSummary()
  const clock = createFrameClock(nowMs)

  const dispatchers = chooseDispatcher({
    ...{ system: services.dispatcher, dry: services.dryDispatcher },
    isDryRun: options.isDryRun,
    onChange: (isDryRun) => {
      void session.letGo('overruled')
      board.change({ isDryRun })
    },
  })
  const tuning = wireTuning({
    ...{ host, services, board, closing },
    onShadow: dispatchers.dryFor.bind(undefined, 'shadow'),
  })
  const pipeline = createRecordablePipeline({
    ...{ project: tuning.fitted(services.project), desktop: services.desktop },
    ...{ isEngagedPinned: options.isEngaged, mode: board.current().mode },
    calibrations: services.tuning.calibrations.current(),
  })
  const announcer = createAnnouncer({ host, log: services.log, summary, clock, nowMs })
  const reading = wireLetters({ ...wiring, board })
  const session = new Session({
    end: host.end,
    pipeline,
    dispatcher: dispatchers.current,
    board,
    clock,
    ...{ announcer, summary, nowMs },
    onProjectWish: (wish) => {
      switcher.wish(wish)
    },
    unaskedSwitch: () => switcher.unasked(),
    pointerPosition: services.pointerPosition,
    fitted: tuning.fitted,
    onStep: tuning.shadow.step,
    bodies: wireBody({ ...wiring, board }),
    ...reading,
  })
  closing.add('session', session.close.bind(session))
  tuning.serve(session)
  reading.serve(session)
  if (!options.isDryRun) wireRealInput({ ...wiring, session, board })
  listenToDispatchers(services, session, board)

  const tracker = wireTracker({ ...wiring, board, session })
  const camera = openCamera(wiring, dispatchers)
  host.end.on('cameras', (labels) => void camera.seen(labels))
  followState(wiring, board, camera, logStates(services.log, clock))
  followSettings(wiring, board)
  const joined = { ...wiring, end: host.end, board, session }
  const switcher = wireProjects(joined)
  wireBeside({ ...joined, dataDir: services.dataDir, pipeline })
  answerMachine(joined)
  answerRequests({ ...joined, camera, tracker, switcher, settings: services.settings })
  for (const problem of services.problems) board.report(problem)
  return { board, session, switcher, announcer, summary, clock, settings: services.settings }
}

/** What goes on beside the hands: what is kept to be looked at later, and the service for other programs. */
function wireBeside(
  parts: Parameters<typeof wireRecordings>[0] &
    Parameters<typeof wireVideos>[0] &
    Parameters<typeof wireService>[0],
): void {
  wireRecordings(parts)
  wireVideos(parts)
  wireService(parts)
}

function openCamera(
  { host, options, services, source, isOwnDisplay }: Wiring,
  dispatchers: DispatcherChoice,
): CameraKeeper {
  return createCameraKeeper({
    initial: {
      open: true,
      source,
      isSourceMirrored: options.isSourceMirrored ?? services.settings.current().isSourceMirrored,
    },
    mayStandIn: options.camera === undefined && source.kind === 'device',
    send: (order, isStandIn) => {
      dispatchers.dryFor('demo', isStandIn && !isOwnDisplay)
      host.end.publish('cameraOrder', order)
    },
  })
}

/** Page, host and language go by what people chose. */
function followSettings({ host, services }: Wiring, board: StateBoard): void {
  const { settings, projects } = services
  settings.follow((chosen) => {
    host.end.publish('settings', chosen)
    host.follow(chosen)
  })
  speakOwnLanguage(settings, () => {
    host.show(board.current(), projects.summaries())
  })
}

function initialState({ services, options }: Wiring): AppState {
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

function listenToDispatchers(services: Services, session: Session, board: StateBoard): void {
  for (const dispatcher of [services.dispatcher, services.dryDispatcher]) {
    dispatcher.onDone(({ caused }) => {
      session.done(caused)
    })
    dispatcher.onProblem((problem) => {
      board.report(problem)
    })
  }
}

function followState(
  { host, services }: Wiring,
  board: StateBoard,
  camera: CameraKeeper,
  log: (state: AppState) => void,
): void {
  const follow = (state: AppState): void => {
    log(state)
    camera.setOpen(state.mode !== 'paused')
    host.end.publish('state', state)
    host.show(state, services.projects.summaries())
  }
  follow(board.current())
  board.onChange(follow)
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
