import { say } from '../contract/say.ts'
import type { AppOptions } from './cli.ts'
import type { ClosingStack } from './closing-stack.ts'
import { superviseTracker } from './inference/tracker-supervisor.ts'
import { randomSecret } from './ipc/page-access.ts'
import type { Host } from './host/host.ts'
import { later } from './later.ts'
import { openNativeTracker, type TrackerDoor } from './native-tracker.ts'
import type { Services } from './services.ts'
import type { Session } from './session.ts'
import type { StateBoard } from './state-board.ts'
import type { Terminal } from './terminal.ts'
import { TrackerKeeper } from './tracker-keeper.ts'

interface TrackerWiring {
  readonly host: Host
  readonly options: AppOptions
  readonly services: Services
  readonly closing: ClosingStack
  readonly terminal: Terminal
  readonly resources: string
  readonly trackerDoor: TrackerDoor
  readonly nowMs: () => number
  readonly board: StateBoard
  readonly session: Session
  /** Reaches the page when there is one. */
  readonly tell: Host['end']['send']
}

/** Joins the choice of a tracker to settings, page, board and session. */
export function wireTracker(wiring: TrackerWiring): TrackerKeeper {
  const { host, options, services, closing, terminal, resources, trackerDoor, nowMs } = wiring
  const { board, session, tell } = wiring
  const { settings } = services
  const keeper = new TrackerKeeper(
    {
      subject: 'hands',
      model: services.trackerModel,
      startNative: (hear) =>
        superviseTracker({
          what: say('Hand tracking'),
          open: () => openNativeTracker(resources, trackerDoor, 'hands'),
          hear,
          nowMs,
          after: later,
        }),
      newToken: randomSecret,
      order: (order) => {
        tell('trackerOrder', order)
      },
      measure: (orders) => {
        tell('measureTrackers', [...orders])
      },
      show: (name) => {
        board.change({ tracker: { kind: 'loading', name } })
      },
      remember: (tracker) => void settings.change({ tracker }),
      report: (problem) => {
        board.report(problem)
        terminal.problem(problem)
      },
      mended: () => {
        board.mended('tracking')
      },
      letGo: () => void session.letGo('tracking-stopped'),
    },
    options.tracker ?? settings.current().tracker ?? 'auto',
  )
  closing.add('tracker', () => {
    keeper.close()
  })
  host.end.on('trackerTimings', (timings) => {
    keeper.timed(timings)
  })
  return keeper
}
