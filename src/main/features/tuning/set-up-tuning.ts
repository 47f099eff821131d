import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import type { Project } from '../../../core/project/project.ts'
import { effectiveProject } from '../../../core/project/effective-project.ts'
import { handleCalibrations } from './calibrations.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { handlePointingTests } from './pointing-tests.ts'
import type { TuningStore } from './tuning-store.ts'
import type { DispatcherChoice } from '../../control/dispatcher-choice.ts'
import type { Session } from '../../control/session.ts'
import { createShadowMode, type ShadowMode } from './shadow-mode.ts'
import type { StateStore } from '../../shared/state-store.ts'
import type { UserFindings } from './user-findings.ts'

interface TuningServices {
  readonly tuning: TuningStore
  readonly projects: { get(id: string): Project | undefined }
}

/** Joins what finds things out about this user, shadow mode, calibration and the pointing test, to session and page. */
export function setUpTuning(parts: {
  readonly end: MainEndpoint
  readonly services: TuningServices
  readonly stateStore: StateStore
  readonly disposeStack: DisposeStack
  readonly session: Session
  readonly dispatchers: DispatcherChoice
  readonly findings: UserFindings
}): void {
  const { end, services, stateStore, disposeStack, session, dispatchers, findings } = parts
  const { tuning } = services
  const projectInForce = (): Project | undefined =>
    services.projects.get(stateStore.current().project.id)
  const shadow = createShadowMode({
    ...{ end, book: findings.shadowBook },
    onSwitch: (isOn) => {
      dispatchers.dryFor('shadow', isOn)
    },
    onThresholds: () => {
      const project = projectInForce()
      if (project !== undefined) session.putInForce(project)
    },
  })
  session.on('output', ({ output, atMs }) => {
    shadow.step(output, atMs)
  })
  disposeStack.add('shadow mode', () => shadow.close())
  disposeStack.add('shadow of the project in force', followProject(stateStore, shadow))
  disposeStack.add('calibration', handleCalibrations({ end, session, file: tuning.calibrations }))
  handlePointingTests({
    ...{ end, file: tuning.pointingTests },
    settingsInForce: () => {
      const project = projectInForce()
      return settingsInForce(
        parts,
        project && effectiveProject(project, findings.findingsOf(project)),
      )
    },
  })
}

function followProject(stateStore: StateStore, shadow: ShadowMode): () => void {
  let shownId = stateStore.current().project.id
  return stateStore.onChange(({ project }) => {
    if (project.id === shownId) return
    shownId = project.id
    shadow.publishView()
  })
}

/** Flat, so that tests are compared column by column. `project` as it acts. */
function settingsInForce(
  { services, stateStore }: { readonly services: TuningServices; readonly stateStore: StateStore },
  project: Project | undefined,
): PointingTestResult['settings'] {
  const { tracker, project: shown } = stateStore.current()
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
