import type { AppState } from '../../contract/channels/app-state.ts'
import type { CameraSource, Stage } from '../../contract/channels/status.ts'
import type { DisposeStack } from '../../node/dispose-stack.ts'
import { chooseDispatcher, type DispatcherChoice } from '../control/dispatcher-choice.ts'
import { Session, type SessionParts } from '../control/session.ts'
import { setUpRealInput, type ListenToRealInput } from '../control/set-up-real-input.ts'
import { setUpCamera } from '../features/camera/set-up-camera.ts'
import { openLetters, type Letters } from '../features/letters/open-letters.ts'
import { setUpLetters } from '../features/letters/set-up-letters.ts'
import { permissionFor } from '../features/projects/permission.ts'
import type { ProjectSwitcher } from '../features/projects/project-switcher.ts'
import { setUpProjects } from '../features/projects/set-up-projects.ts'
import {
  createRecordablePipeline,
  type RecordablePipeline,
} from '../features/recordings/recordable-pipeline.ts'
import { setUpRecordings } from '../features/recordings/set-up-recordings.ts'
import { setUpService } from '../features/service/set-up-service.ts'
import type { TrackerDoor } from '../features/tracking/native-tracker.ts'
import type { BodyReader } from '../features/tracking/body-message-reader.ts'
import { setUpBodies } from '../features/tracking/set-up-bodies.ts'
import { setUpTracking } from '../features/tracking/set-up-tracking.ts'
import { setUpTuning } from '../features/tuning/set-up-tuning.ts'
import {
  pipelineWithThresholds,
  openUserFindings,
  type UserFindings,
} from '../features/tuning/user-findings.ts'
import { setUpVideos } from '../features/videos/set-up-videos.ts'
import type { AppOptions } from '../shared/app-options.ts'
import { createFrameClock, type FrameClock } from '../shared/frame-clock.ts'
import { createStateStore, type StateStore } from '../shared/state-store.ts'
import type { Terminal } from '../shared/terminal.ts'
import type { Host } from '../system/host/host.ts'
import { announce, type Announced } from './announce.ts'
import { handleMachineRequests } from './handle-machine-requests.ts'
import { handleRequests } from './handle-requests.ts'
import type { Services } from './open-services.ts'
import { showState } from './show-state.ts'
import { contained } from '../../contract/boundary/faults.ts'
import { containFaults, type ContainedFaults } from './contain-faults.ts'
import { stageContext } from '../../node/stage-context.ts'

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

export interface ComposedApp extends Announced {
  readonly stateStore: StateStore
  readonly session: Session
  readonly switcher: ProjectSwitcher
  readonly clock: FrameClock
  readonly settings: Services['settings']
  readonly faults: ContainedFaults
}

/** Joins host and services into an app that is ready for its first frame. Whoever is named here knows only those above it. */
export function compose(parts: AppParts): ComposedApp {
  const { host, options, services, disposeStack, nowMs } = parts
  const { dataDir, settings } = services
  const stateStore = createStateStore(initialState(parts), nowMs)
  const faults = containFaults({ ...parts, stateStore })
  disposeStack.add('faults', () => {
    faults.stop()
  })
  const clock = createFrameClock(nowMs)
  const ground = { ...parts, end: host.end, dataDir, settings, stateStore, clock }

  const acting = openControlParts(ground)
  const { session } = acting
  disposeStack.add('session', () => {
    session.close()
  })
  const app = { ...ground, ...acting }
  feature('tuning', setUpTuning, app)
  feature('letters', setUpLetters, app)
  if (!options.isDryRun) setUpRealInput(app)

  const tracker = within('tracking', () => setUpTracking(app))
  const announced = within('host', () => announce(app))
  const camera = within('camera', () => setUpCamera(app))
  feature('host', showState, app)
  const switcher = within('project', () => setUpProjects(app))
  feature('recordings', setUpRecordings, app)
  feature('videos', setUpVideos, app)
  feature('service', setUpService, app)
  feature('diagnostics', handleMachineRequests, app)
  handleRequests({ ...app, camera, tracker, switcher })
  for (const problem of services.problems) stateStore.report(problem)
  services.log.onLost(stateStore.report)
  return { ...announced, stateStore, session, switcher, clock, settings, faults }
}

const { within } = stageContext

/** Sets up what control does without: should it fail at once, the rest starts all the same. */
function feature<Parts>(stage: Stage, setUp: (parts: Parts) => void, parts: Parts): void {
  contained(stage, () => setUp(parts), undefined)
}

/** What features tell a frame on its way: one that fails has nothing to tell. */
const outsideControl = (
  letters: Letters,
  bodies: BodyReader,
): Pick<SessionParts, 'letters' | 'bodies'> => ({
  letters: {
    read: (frame) => contained('letters', () => letters.read(frame), undefined),
    resolve: (caused) => contained('letters', () => letters.resolve(caused), []),
  },
  bodies: { read: (atMs) => contained('body', () => bodies.read(atMs), undefined) },
})

/** What a frame passes, and who is asked on its way. */
interface Acting {
  readonly findings: UserFindings
  readonly pipeline: RecordablePipeline
  readonly dispatchers: DispatcherChoice
  readonly letters: Letters
  readonly session: Session
}

function openControlParts(
  ground: AppParts & Pick<ComposedApp, 'stateStore' | 'clock'> & { readonly end: Host['end'] },
): Acting {
  const { options, services, stateStore } = ground
  const findings = within('tuning', () => openUserFindings(ground))
  const pipeline = createRecordablePipeline({
    ...{ project: findings.withThresholds(services.project), desktop: services.desktop },
    ...{ isEngagedPinned: options.isEngaged, mode: stateStore.current().mode },
    calibrations: services.tuning.calibrations.current(),
  })
  const dispatchers = chooseDispatcher({
    ...{ system: services.dispatcher, dry: services.dryDispatcher },
    isDryRun: options.isDryRun,
  })
  const letters = within('letters', () => openLetters(ground))
  const bodies = within('body', () => setUpBodies(ground))
  const session = new Session({
    ...ground,
    dispatchers,
    ...outsideControl(letters, bodies),
    pipeline: pipelineWithThresholds(pipeline, findings),
    pointerPosition: services.pointerPosition,
    permits: permissionFor(services.projects, () => stateStore.current().project.id),
  })
  within('body', () => session.on('project', bodies.follow))
  return { findings, pipeline, dispatchers, letters, session }
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
