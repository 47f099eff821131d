import type { Calibrations } from '../pointer/hand-calibration.ts'
import type { PinchLimits } from '../classifier/pinch.ts'
import type { Project } from './project.ts'

/**
 * The project with the pinch thresholds of the hands that were calibrated. A project that reads no pinches stays as it is.
 * Thresholds are the same for both hands: of the hand that points, or half-way where both may.
 */
export function calibratedProject(project: Project, calibrations: Calibrations): Project {
  const limits = limitsFor(project.pointer.hand, calibrations)
  if (limits === undefined) return project
  const classifiers = Object.entries(project.classifiers).map(([id, options]) => [
    id,
    PINCHING.includes(id) ? { ...options, ...limits } : options,
  ])
  return { ...project, classifiers: Object.fromEntries(classifiers) }
}

const PINCHING = ['pinch', 'two-hands']

function limitsFor(
  hand: Project['pointer']['hand'],
  { left, right }: Calibrations,
): PinchLimits | undefined {
  if (hand === 'left') return left?.pinch
  if (hand === 'right') return right?.pinch
  const [a, b] = [left?.pinch ?? right?.pinch, right?.pinch ?? left?.pinch]
  if (a === undefined || b === undefined) return undefined
  return {
    touchRatio: (a.touchRatio + b.touchRatio) / 2,
    partRatio: (a.partRatio + b.partRatio) / 2,
  }
}
