import type { MainEnd } from '../../../contract/boundary/endpoints.ts'
import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import type { Project } from '../../../core/project/project.ts'
import { effectiveProject } from '../../../core/project/effective-project.ts'
import { keepCalibrations } from './calibrations.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import { keepPointingTests } from './pointing-tests.ts'
import type { TuningStore } from './tuning-store.ts'
import type { DispatcherChoice } from '../../control/dispatcher-choice.ts'
import type { Session } from '../../control/session.ts'
import { keepShadow, type ShadowKeeper } from './shadow-mode.ts'
import type { StateBoard } from '../../shared/state-store.ts'
import type { UserFindings } from './user-findings.ts'

interface TuningServices {
  readonly tuning: TuningStore
  readonly projects: { get(id: string): Project | undefined }
}

/** Joins what finds things out about this user, shadow mode, calibration and the pointing test, to session and page. */
export function wireTuning(parts: {
  readonly end: MainEnd
  readonly services: TuningServices
  readonly board: StateBoard
  readonly closing: ClosingStack
  readonly session: Session
  readonly dispatchers: DispatcherChoice
  readonly findings: UserFindings
}): void {
  const { end, services, board, closing, session, dispatchers, findings } = parts
  const { tuning } = services
  const active = (): Project | undefined => services.projects.get(board.current().project.id)
  const shadow = keepShadow({
    ...{ end, book: findings.shadowBook },
    onSwitch: (isOn) => {
      dispatchers.dryFor('shadow', isOn)
    },
    onThresholds: () => {
      const project = active()
      if (project !== undefined) session.putInForce(project)
    },
  })
  session.on('output', ({ output, atMs }) => {
    shadow.step(output, atMs)
  })
  closing.add('shadow mode', () => shadow.close())
  closing.add('shadow of the project in force', followProject(board, shadow))
  closing.add('calibration', keepCalibrations({ end, session, file: tuning.calibrations }))
  keepPointingTests({
    ...{ end, file: tuning.pointingTests },
    settingsInForce: () => {
      const project = active()
      return settingsInForce(parts, project && effectiveProject(project, findings.of(project)))
    },
  })
}

function followProject(board: StateBoard, shadow: ShadowKeeper): () => void {
  let shownId = board.current().project.id
  return board.onChange(({ project }) => {
    if (project.id === shownId) return
    shownId = project.id
    shadow.show()
  })
}

/** Flat, so that tests are compared column by column. `project` as it acts. */
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
