import type { Calibrations } from '../pointer/hand-calibration.ts'
import { calibratedProject } from './calibrated-project.ts'
import type { Project } from './project.ts'
import { withheldProject } from './restricted-parts.ts'
import { withThresholds, type Thresholds } from './thresholds.ts'

/** What was found out about this user that bears on how a project runs; what is left out is not known. */
export interface Findings {
  readonly calibrations?: Calibrations | undefined
  /** What was accepted in shadow mode for this project. */
  readonly thresholds?: Thresholds | undefined
  /** Nobody has allowed what it does beyond pointing, clicking and plain keys. */
  readonly isWithheld?: boolean | undefined
}

/**
 * The project as it acts: with the limits of the hands that were calibrated, and the thresholds that were accepted, without what
 * nobody has allowed. Whoever says where something acts asks this, so that it is said of what acts. The same project where nothing is known; applied twice, as
 * applied once. How a hand points is no part of it: that is fitted to each hand where it points (`fitToHand`).
 */
export function effectiveProject(project: Project, findings: Findings): Project {
  const { calibrations = {}, thresholds = {}, isWithheld = false } = findings
  const allowed = isWithheld ? withheldProject(project) : project
  return calibratedProject(withThresholds(allowed, thresholds), calibrations)
}
