import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import type { Project } from '../../../core/project/project.ts'
import { effectiveProject, type Findings } from '../../../core/project/effective-project.ts'
import { handleCalibrations } from './calibrations.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import { handlePointingTests } from './pointing-tests.ts'
import type { Services } from '../../app/open-services.ts'
import type { Session } from '../../control/session.ts'
import { createShadowMode, type ShadowMode } from './shadow-mode.ts'
import type { StateStore } from '../../shared/state-store.ts'

/** What is found out about this user, and what it changes: calibration, shadow mode, the pointing test. */
export interface TuningFeature {
  readonly shadow: ShadowMode
  /** A project as it is to run here; what hands were calibrated to, the pipeline adds. */
  fitted(project: Project): Project
  /** Calls the session that all this is for. */
  serve(session: Session): void
}

export function setUpTuning(parts: {
  readonly host: Host
  readonly services: Services
  readonly stateStore: StateStore
  readonly disposeStack: DisposeStack
  readonly onShadow: (isOn: boolean) => void
}): TuningFeature {
  const { host, services, stateStore, disposeStack } = parts
  const { tuning } = services
  let session: Session | undefined
  const active = (): Project | undefined => services.projects.get(stateStore.current().project.id)
  const shadow = createShadowMode({
    ...{ end: host.end, file: tuning.shadow },
    projectId: () => stateStore.current().project.id,
    onSwitch: parts.onShadow,
    onThresholds: () => {
      const project = active()
      if (project !== undefined) session?.putInForce(project)
    },
  })
  const findingsFor = ({ id }: Project): Findings => ({
    calibrations: tuning.calibrations.current(),
    thresholds: shadow.thresholdsOf(id),
  })
  disposeStack.add('shadow mode', () => shadow.close())
  disposeStack.add('shadow of the project in force', followProject(stateStore, shadow))
  handlePointingTests({
    ...{ end: host.end, file: tuning.pointingTests },
    settingsInForce: () => {
      const project = active()
      return settingsInForce(parts, project && effectiveProject(project, findingsFor(project)))
    },
  })
  return {
    shadow,
    fitted: (project) => effectiveProject(project, { thresholds: findingsFor(project).thresholds }),
    serve: (served) => {
      session = served
      const { end } = host
      disposeStack.add(
        'calibration',
        handleCalibrations({ end, session: served, file: tuning.calibrations }),
      )
    },
  }
}

function followProject(stateStore: StateStore, shadow: ShadowMode): () => void {
  let shownId = stateStore.current().project.id
  return stateStore.onChange(({ project }) => {
    if (project.id === shownId) return
    shownId = project.id
    shadow.show()
  })
}

/** Flat, so that tests are compared column by column. `project` as it acts. */
function settingsInForce(
  { services, stateStore }: { readonly services: Services; readonly stateStore: StateStore },
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
