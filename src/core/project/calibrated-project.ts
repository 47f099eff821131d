import type { Calibrations } from '../pointer/hand-calibration.ts'
import { FITS_HAND, type PinchLimits } from '../classifier/pinch.ts'
import { classifierById } from '../classifier/registry.ts'
import type { Project } from './project.ts'

/**
 * The project with the pinch thresholds of the hands that were calibrated. A project that reads no pinches stays as it is, and so
 * do classifiers that are not to fit the hand. Thresholds are the same for both hands: of the hand that points, or half-way where
 * both may.
 */
export function calibratedProject(project: Project, calibrations: Calibrations): Project {
  const limits = limitsFor(project, calibrations)
  if (limits === undefined) return project
  const classifiers = Object.entries(project.classifiers).map(([id, options]) => [
    id,
    fitOf(project, calibrations, id) === 'hand' ? { ...options, ...limits } : options,
  ])
  return { ...project, classifiers: Object.fromEntries(classifiers) }
}

/**
 * Whose limits a classifier runs with: those that the hand was calibrated to, or, since somebody moved them there, the project's
 * own. Undefined where no calibration bears on it.
 */
export function fitOf(
  project: Project,
  calibrations: Calibrations,
  classifier: string,
): 'hand' | 'project' | undefined {
  const options = project.classifiers[classifier]
  const isFittable = classifierById(classifier)?.calibratedBy === 'pinch'
  if (options === undefined || !isFittable) return undefined
  if (limitsFor(project, calibrations) === undefined) return undefined
  return options[FITS_HAND] === false ? 'project' : 'hand'
}

function limitsFor({ pointer }: Project, { left, right }: Calibrations): PinchLimits | undefined {
  const [a, b] = [left?.pinch ?? right?.pinch, right?.pinch ?? left?.pinch]
  if (a === undefined || b === undefined) return undefined
  if (pointer.hand === 'left') return left?.pinch
  if (pointer.hand === 'right') return right?.pinch
  return {
    touchRatio: (a.touchRatio + b.touchRatio) / 2,
    partRatio: (a.partRatio + b.partRatio) / 2,
  }
}
