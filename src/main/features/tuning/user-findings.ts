import type { Pipeline } from '../../../core/pipeline/pipeline.ts'
import { effectiveProject, type Findings } from '../../../core/project/effective-project.ts'
import type { Project } from '../../../core/project/project.ts'
import type { StateStore } from '../../shared/state-store.ts'
import { ShadowBook } from './shadow-book.ts'
import type { TuningStore } from './tuning-store.ts'

/** What was found out about this user, by calibration and shadow mode, and what it makes of a project. */
export interface UserFindings {
  readonly shadowBook: ShadowBook
  findingsOf(project: Project): Findings
  /** A project as it is to run here; what hands were calibrated to, the pipeline adds. */
  withThresholds(project: Project): Project
}

export function openUserFindings(parts: {
  readonly services: {
    readonly tuning: TuningStore
    readonly projects: { isAllowed(project: Project): boolean }
  }
  readonly stateStore: StateStore
}): UserFindings {
  const { tuning, projects } = parts.services
  const shadowBook = new ShadowBook(tuning.shadow, () => parts.stateStore.current().project.id)
  return {
    shadowBook,
    findingsOf: (project) => ({
      calibrations: tuning.calibrations.current(),
      thresholds: shadowBook.thresholdsOf(project.id),
      isWithheld: !projects.isAllowed(project),
    }),
    withThresholds: (project) =>
      effectiveProject(project, {
        thresholds: shadowBook.thresholdsOf(project.id),
        isWithheld: !projects.isAllowed(project),
      }),
  }
}

/** The pipeline, for whoever names projects as they were written: it runs them as they are to run here. */
export const pipelineWithThresholds = (
  pipeline: Pipeline,
  { withThresholds }: Pick<UserFindings, 'withThresholds'>,
): Pipeline => ({
  ...pipeline,
  setProject: (project, atMs) => pipeline.setProject(withThresholds(project), atMs),
})
