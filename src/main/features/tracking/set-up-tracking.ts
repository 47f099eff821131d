import { inBackground } from '../../../contract/boundary/faults.ts'
import type { AppOptions } from '../../shared/app-options.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'
import type { Host } from '../../system/host/host.ts'
import { startNativeTracker } from './start-native-tracker.ts'
import type { TrackerDoor } from './native-tracker.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import type { TrackerCommand } from '../../../contract/channels/status.ts'
import type { Session } from '../../control/session.ts'
import type { StateStore } from '../../shared/state-store.ts'
import type { Terminal } from '../../shared/terminal.ts'
import { TrackerSelector } from './tracker-selector.ts'

interface TrackingParts {
  readonly host: Host
  readonly options: AppOptions
  readonly services: {
    readonly settings: SettingsStore
    readonly trackerModel: TrackerCommand['model']
  }
  readonly disposeStack: DisposeStack
  readonly terminal: Terminal
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly nowMs: () => number
  readonly stateStore: StateStore
  readonly session: Session
}

/** Joins the choice of a tracker to settings, page, state store and session. */
export function setUpTracking(parts: TrackingParts): TrackerSelector {
  const { host, options, services, disposeStack, terminal, stateStore, session } = parts
  const { settings } = services
  const selector = new TrackerSelector(
    {
      subject: 'hands',
      model: services.trackerModel,
      startNative: (onNews) => startNativeTracker('hands', parts, onNews),
      newToken: randomSecret,
      command: (command) => {
        host.end.publish('trackerCommand', command)
      },
      show: (name) => {
        stateStore.change({ tracker: { kind: 'loading', name } })
      },
      remember: (tracker) => inBackground('tracking', settings.change({ tracker })),
      report: (problem) => {
        stateStore.report(problem)
        terminal.problem(problem)
      },
      clearProblems: () => {
        stateStore.clearProblems('tracking')
      },
      letGo: () => inBackground('tracking', session.letGo('tracking-stopped')),
    },
    options.tracker ?? settings.current().tracker ?? 'auto',
  )
  disposeStack.add('tracker', () => {
    selector.close()
  })
  host.end.on('trackerTimings', (timings) => {
    selector.useTimings(timings)
  })
  return selector
}
