import type { PointingTestResult } from '../../../contract/channels/pointing-test-channels.ts'
import type { Project } from '../../../core/project/project.ts'
import { withThresholds } from '../../../core/project/thresholds.ts'
import { handleCalibrations } from './calibrations.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import type { Host } from '../../system/host/host.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import { handlePointingTests } from './pointing-tests.ts'
import type { TuningStore } from './tuning-store.ts'
import type { Session } from '../../control/session.ts'
import { createShadowMode, type ShadowMode } from './shadow-mode.ts'
import type { StateStore } from '../../shared/state-store.ts'

/** What is found out about this user, and what it changes: calibration, shadow mode, the pointing test. */
export interface TuningFeature {
  readonly shadow: ShadowMode
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

export function setUpTuning(parts: {
  readonly host: Host
  readonly services: TuningServices
  readonly stateStore: StateStore
  readonly page: PageTeller
  readonly disposeStack: DisposeStack
  readonly onShadow: (isOn: boolean) => void
}): TuningFeature {
  const { host, services, stateStore, page, disposeStack } = parts
  const { tuning } = services
  let session: Session | undefined
  const active = (): Project | undefined => services.projects.get(stateStore.current().project.id)
  const shadow = createShadowMode({
    ...{ end: host.end, tell: page.tell, file: tuning.shadow },
    projectId: () => stateStore.current().project.id,
    onSwitch: parts.onShadow,
    onThresholds: () => {
      const project = active()
      if (project !== undefined) session?.putInForce(project)
    },
  })
  disposeStack.add('shadow mode', () => shadow.close())
  handlePointingTests({
    ...{ end: host.end, file: tuning.pointingTests },
    settingsInForce: () => settingsInForce(parts, active()),
  })
  return {
    shadow,
    fitted: (project) => withThresholds(project, shadow.thresholdsOf(project.id)),
    serve: (served) => {
      session = served
      const { end } = host
      disposeStack.add(
        'calibration',
        handleCalibrations({ end, tell: page.tell, session: served, file: tuning.calibrations }),
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
