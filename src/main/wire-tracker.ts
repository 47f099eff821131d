import type { AppOptions } from './cli.ts'
import type { ClosingStack } from './closing-stack.ts'
import { randomSecret } from '../node/loopback-auth.ts'
import type { Host } from './host/host.ts'
import { keepNativeTracker } from './keep-native-tracker.ts'
import type { TrackerDoor } from './native-tracker.ts'
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
}

/** Joins the choice of a tracker to settings, page, board and session. */
export function wireTracker(wiring: TrackerWiring): TrackerKeeper {
  const { host, options, services, closing, terminal, board, session } = wiring
  const { settings } = services
  const keeper = new TrackerKeeper(
    {
      subject: 'hands',
      model: services.trackerModel,
      startNative: (hear) => keepNativeTracker('hands', wiring, hear),
      newToken: randomSecret,
      order: (order) => {
        host.end.publish('trackerOrder', order)
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
