import { ok } from '../../../contract/boundary/result.ts'
import type { TrackerCommand } from '../../../contract/channels/status.ts'
import { BodySelector } from './body-selector.ts'
import { createBodyReader, type BodyReader } from './body-reader.ts'
import type { AppOptions } from '../../shared/app-options.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { checkModel } from '../../shared/model-check.ts'
import type { Host } from '../../system/host/host.ts'
import type { Project } from '../../../core/project/project.ts'
import { superviseTracker } from './tracker-supervisor.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'
import { later } from '../../../node/later.ts'
import { openNativeTracker, type TrackerDoor } from './native-tracker.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import type { StateStore } from '../../shared/state-store.ts'

interface BodyParts {
  readonly host: Host
  readonly options: AppOptions
  readonly services: { readonly settings: SettingsStore; readonly project: Project }
  readonly disposeStack: DisposeStack
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly nowMs: () => number
  readonly stateStore: StateStore
  readonly page: PageTeller
}

/** The model of the tasks-vision tracker of bodies. */
const MODEL = 'pose_landmarker_full.task'

/** Joins the tracker of bodies to the page, the settings and the board; the session tells it of the project in force. */
export function setUpBodies(parts: BodyParts): BodyReader {
  const selector = selectorFor(parts)
  const reader = createBodyReader()
  const follow = (project: Project): void => {
    reader.follow(project)
    selector.follow(project)
  }
  follow(parts.services.project)
  answer(parts, selector)
  parts.host.end.on('body', reader.take)
  parts.page.onConnected(() => {
    selector.tellPage()
  })
  return { ...reader, follow }
}

function selectorFor(parts: BodyParts): BodySelector {
  const { services, disposeStack, resources, trackerDoor, nowMs, stateStore, page } = parts
  const { settings } = services
  const selector = new BodySelector(
    {
      subject: 'bodies',
      model: () => bodyModel(resources),
      startNative: (hear) =>
        superviseTracker({
          what: 'Body tracking',
          open: () => openNativeTracker(resources, trackerDoor, 'bodies'),
          hear,
          nowMs,
          after: later,
        }),
      newToken: randomSecret,
      tell: (command) => {
        page.tell('bodyCommand', command)
      },
      pace: (perSecond) => {
        page.tell('bodyPace', perSecond)
      },
      remember: (bodyTracker) => void settings.change({ bodyTracker }),
      report: (problem) => {
        stateStore.report(problem)
      },
      clearProblems: () => {
        stateStore.clearProblems('body')
      },
      // What a body holds is let go of when its tracker's results grow stale.
      letGo: () => undefined,
    },
    settings.current().bodyTracker ?? 'auto',
  )
  disposeStack.add('body tracker', () => {
    selector.close()
  })
  return selector
}

function answer({ host, services, stateStore }: BodyParts, selector: BodySelector): void {
  host.end.on('bodyTimings', (timings) => {
    selector.timed(timings)
  })
  host.end.on('bodyTracker', (status) => {
    if (status.kind === 'ready') stateStore.clearProblems('body')
    if (status.kind !== 'failed') return
    const { message, fix } = status
    stateStore.report({ stage: 'body', severity: 'medium', message, ...(fix && { fix }) })
  })
  host.end.handle('watchBody', ({ isOn }) => {
    selector.watch(isOn)
    return ok({})
  })
  host.end.handle('chooseBodyTracker', ({ tracker }) => {
    selector.choose(tracker)
    return tracker === 'auto' ? ok({}) : services.settings.change({ bodyTracker: tracker })
  })
}

async function bodyModel(resourcesDir: string): Promise<TrackerCommand['model']> {
  const model = await checkModel(resourcesDir, MODEL)
  if (model.ok) return { kind: 'found', url: `/models/${MODEL}` }
  const { message, fix } = model.problem
  return { kind: 'broken', message, fix: fix ?? 'npm run models' }
}
