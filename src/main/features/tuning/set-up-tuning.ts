import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import type { Project } from '../../../core/project/project.ts'
import { withThresholds } from '../../../core/project/thresholds.ts'
import { keepCalibrations } from './calibrations.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import { keepPointingTests } from './pointing-tests.ts'
import type { TuningStore } from './tuning-store.ts'
import type { Session } from '../../control/session.ts'
import { keepShadow, type ShadowKeeper } from './shadow-mode.ts'
import type { StateBoard } from '../../shared/state-store.ts'

/** What is found out about this user, and what it changes: calibration, shadow mode, the pointing test. */
export interface WiredTuning {
  readonly shadow: ShadowKeeper
  /** A project as it is to run here. */
  fitted(project: Project): Project
  /** Calls the session that all this is for. */
  serve(session: Session): void
  tellPage(): void
}

interface TuningServices {
  readonly tuning: TuningStore
  readonly projects: { get(id: string): Project | undefined }
}

export function wireTuning(parts: {
  readonly host: Host
  readonly services: TuningServices
  readonly board: StateBoard
  readonly page: PageTeller
  readonly closing: ClosingStack
  readonly onShadow: (isOn: boolean) => void
}): WiredTuning {
  const { host, services, board, page, closing } = parts
  const { tuning } = services
  let session: Session | undefined
  const active = (): Project | undefined => services.projects.get(board.current().project.id)
  const shadow = keepShadow({
    ...{ end: host.end, tell: page.tell, file: tuning.shadow },
    projectId: () => board.current().project.id,
    onSwitch: parts.onShadow,
    onThresholds: () => {
      const project = active()
      if (project !== undefined) session?.putInForce(project)
    },
  })
  closing.add('shadow mode', () => shadow.close())
  keepPointingTests({
    ...{ end: host.end, file: tuning.pointingTests },
    settingsInForce: () => settingsInForce(parts, active()),
  })
  return {
    shadow,
    fitted: (project) => withThresholds(project, shadow.thresholdsOf(project.id)),
    serve: (served) => {
      session = served
      const { end } = host
      closing.add(
        'calibration',
        keepCalibrations({ end, tell: page.tell, session: served, file: tuning.calibrations }),
      )
    },
    tellPage: () => {
      page.tell('calibrations', tuning.calibrations.current())
      shadow.tellPage()
    },
  }
}

/** Flat, so that tests are compared column by column. */
function settingsInForce(
  { services, board }: { readonly services: TuningServices; readonly board: StateBoard },
  project: Project | undefined,
): PointingTestResult['settings'] {
  const { tracker, project: shown } = board.current()
  const hands = Object.keys(services.tuning.calibrations.current())
  const pointer = Object.entries(project?.pointer ?? {}).map(([name, value]) => [
    `pointer.${name}`,
    typeof value === 'object' ? JSON.stringify(value) : value,
  ])
  const pinch = Object.entries(project?.classifiers['pinch'] ?? {}).map(([name, value]) => [
    `pinch.${name}`,
    value,
  ])
  return {
    project: shown.id,
    tracker: tracker.name,
    calibratedHands: hands.toSorted().join(' and ') || 'none',
    ...Object.fromEntries([...pointer, ...pinch]),
  }
}
