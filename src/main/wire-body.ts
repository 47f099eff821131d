import { ok } from '../contract/result.ts'
import { say } from '../contract/say.ts'
import type { TrackerOrder } from '../contract/status.ts'
import { command } from '../core/sentence.ts'
import { BodyKeeper } from './body-keeper.ts'
import { createBodyReader, type BodyReader } from './body-reader.ts'
import type { AppOptions } from './cli.ts'
import type { ClosingStack } from './closing-stack.ts'
import { checkModel } from './diagnostics/models.ts'
import type { Host } from './host/host.ts'
import type { Project } from '../core/project/project.ts'
import { superviseTracker } from './inference/tracker-supervisor.ts'
import { randomSecret } from './ipc/page-access.ts'
import { later } from './later.ts'
import { openNativeTracker, type TrackerDoor } from './native-tracker.ts'
import type { PageTeller } from './page-teller.ts'
import type { Services } from './services.ts'
import type { StateBoard } from './state-board.ts'

interface BodyWiring {
  readonly host: Host
  readonly options: AppOptions
  readonly services: Services
  readonly closing: ClosingStack
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly nowMs: () => number
  readonly board: StateBoard
  readonly page: PageTeller
}

/** The model of the tasks-vision tracker of bodies. */
const MODEL = 'pose_landmarker_full.task'

/** Joins the tracker of bodies to the page, the settings and the board; the session tells it of the project in force. */
export function wireBody(wiring: BodyWiring): BodyReader {
  const keeper = keeperFor(wiring)
  const reader = createBodyReader()
  const follow = (project: Project): void => {
    reader.follow(project)
    keeper.follow(project)
  }
  follow(wiring.services.project)
  answer(wiring, keeper)
  wiring.host.end.on('body', reader.take)
  wiring.page.onConnected(() => {
    keeper.tellPage()
  })
  return { ...reader, follow }
}

function keeperFor(wiring: BodyWiring): BodyKeeper {
  const { services, closing, resources, trackerDoor, nowMs, board, page } = wiring
  const { settings } = services
  const keeper = new BodyKeeper(
    {
      subject: 'bodies',
      model: () => bodyModel(resources),
      startNative: (hear) =>
        superviseTracker({
          what: say('Body tracking'),
          open: () => openNativeTracker(resources, trackerDoor, 'bodies'),
          hear,
          nowMs,
          after: later,
        }),
      newToken: randomSecret,
      tell: (order) => {
        page.tell('bodyOrder', order)
      },
      pace: (perSecond) => {
        page.tell('bodyPace', perSecond)
      },
      remember: (bodyTracker) => void settings.change({ bodyTracker }),
      report: (problem) => {
        board.report(problem)
      },
      mended: () => {
        board.mended('body')
      },
      // What a body holds is let go of when its tracker's results grow stale.
      letGo: () => undefined,
    },
    settings.current().bodyTracker ?? 'auto',
  )
  closing.add('body tracker', () => {
    keeper.close()
  })
  return keeper
}

function answer({ host, services, board }: BodyWiring, keeper: BodyKeeper): void {
  host.end.on('bodyTimings', (timings) => {
    keeper.timed(timings)
  })
  host.end.on('bodyTracker', (status) => {
    if (status.kind === 'ready') board.mended('body')
    if (status.kind !== 'failed') return
    const { message, fix } = status
    board.report({ stage: 'body', severity: 'medium', message, ...(fix && { fix }) })
  })
  host.end.answer('watchBody', ({ isOn }) => {
    keeper.watch(isOn)
    return ok({})
  })
  host.end.answer('chooseBodyTracker', ({ tracker }) => {
    keeper.choose(tracker)
    return tracker === 'auto' ? ok({}) : services.settings.change({ bodyTracker: tracker })
  })
}

async function bodyModel(resourcesDir: string): Promise<TrackerOrder['model']> {
  const model = await checkModel(resourcesDir, MODEL)
  if (model.ok) return { kind: 'found', url: `/models/${MODEL}` }
  const { message, fix } = model.problem
  return { kind: 'broken', message, fix: fix ?? command('npm run models') }
}
