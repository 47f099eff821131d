import { inBackground } from '../../../contract/boundary/faults.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { BodySelector } from './body-selector.ts'
import { createBodyMessageReader, type BodyReader } from './body-message-reader.ts'
import type { AppOptions } from '../../shared/app-options.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import type { Project } from '../../../core/project/project.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'
import { startNativeTracker } from './start-native-tracker.ts'
import type { TrackerDoor } from './native-tracker.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import type { StateStore } from '../../shared/state-store.ts'
import { taskModel } from './task-model.ts'

interface BodyParts {
  readonly host: Host
  readonly options: AppOptions
  readonly services: { readonly settings: SettingsStore; readonly project: Project }
  readonly disposeStack: DisposeStack
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly nowMs: () => number
  readonly stateStore: StateStore
}

/** The model of the tasks-vision tracker of bodies. */
const MODEL = 'pose_landmarker_full.task'

/** Joins the tracker of bodies to the page, the settings and the state store; the session tells it of the project in force. */
export function setUpBodies(parts: BodyParts): BodyReader {
  const selector = selectorFor(parts)
  const reader = createBodyMessageReader()
  const followProject = (project: Project): void => {
    reader.follow(project)
    selector.follow(project)
  }
  followProject(parts.services.project)
  handleBodyRequests(parts, selector)
  parts.host.end.on('body', reader.addMessage)
  parts.host.end.onConnection((isConnected) => {
    // Whoever comes next looks at nothing yet.
    if (!isConnected) selector.watch(false)
  })
  return { ...reader, follow: followProject }
}

function selectorFor(parts: BodyParts): BodySelector {
  const { host, services, disposeStack, resources, stateStore } = parts
  const { settings } = services
  const selector = new BodySelector(
    {
      subject: 'bodies',
      model: () => taskModel(resources, MODEL),
      startNative: (onNews) => startNativeTracker('bodies', parts, onNews),
      newToken: randomSecret,
      command: (command) => {
        host.end.publish('bodyCommand', command)
      },
      pace: (perSecond) => {
        host.end.publish('bodyPace', perSecond)
      },
      remember: (bodyTracker) => inBackground('body', settings.change({ bodyTracker })),
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

function handleBodyRequests(
  { host, services, stateStore }: BodyParts,
  selector: BodySelector,
): void {
  host.end.on('bodyTimings', (timings) => {
    selector.useTimings(timings)
  })
  host.end.on('bodyTracker', (status) => {
    if (status.kind === 'ready') stateStore.clearProblems('body')
    if (status.kind !== 'failed') return
    const { message, fix } = status
    stateStore.report({ stage: 'body', severity: 'medium', message, fix })
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
