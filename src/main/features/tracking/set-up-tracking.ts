import type { AppOptions } from '../../shared/app-options.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { superviseTracker } from './tracker-supervisor.ts'
import { randomSecret } from '../../../node/loopback-auth.ts'
import type { Host } from '../../system/host/host.ts'
import { later } from '../../../node/later.ts'
import { openNativeTracker, type TrackerDoor } from './native-tracker.ts'
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
  /** Reaches the page when there is one. */
  readonly tell: Host['end']['send']
}

/** Joins the choice of a tracker to settings, page, board and session. */
export function setUpTracking(parts: TrackingParts): TrackerSelector {
  const { host, options, services, disposeStack, terminal, resources, trackerDoor, nowMs } = parts
  const { stateStore, session, tell } = parts
  const { settings } = services
  const selector = new TrackerSelector(
    {
      subject: 'hands',
      model: services.trackerModel,
      startNative: (hear) =>
        superviseTracker({
          what: 'Hand tracking',
          open: () => openNativeTracker(resources, trackerDoor, 'hands'),
          hear,
          nowMs,
          after: later,
        }),
      newToken: randomSecret,
      command: (command) => {
        tell('trackerCommand', command)
      },
      measure: (commands) => {
        tell('measureTrackers', [...commands])
      },
      show: (name) => {
        stateStore.change({ tracker: { kind: 'loading', name } })
      },
      remember: (tracker) => void settings.change({ tracker }),
      report: (problem) => {
        stateStore.report(problem)
        terminal.problem(problem)
      },
      clearProblems: () => {
        stateStore.clearProblems('tracking')
      },
      letGo: () => void session.letGo('tracking-stopped'),
    },
    options.tracker ?? settings.current().tracker ?? 'auto',
  )
  disposeStack.add('tracker', () => {
    selector.close()
  })
  host.end.on('trackerTimings', (timings) => {
    selector.timed(timings)
  })
  return selector
}
