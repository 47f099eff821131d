import { fingersOfPinch } from '../../core/classifier/pinch.ts'
import type { GestureId } from '../../core/gesture/gesture-event.ts'
import type { Project } from '../../core/project/project.ts'

/** Tips farther apart than this are nowhere near a pinch: the meter's empty end, in palm lengths. */
export const WIDE_PALMS = 1
/** A pinch that shows nothing of its own has the shipped thresholds. */
const USUAL = { touchRatio: 0.3, partRatio: 0.45 }
/** What the pinch classifier takes, in palm lengths. */
const TOUCH = { least: 0.05, most: 0.5 }

/** The pinch's thresholds in a project, in palm lengths. */
export function pinchLimits(project: Project): { touchRatio: number; partRatio: number } {
  const { touchRatio, partRatio } = { ...USUAL, ...project.classifiers['pinch'] }
  return { touchRatio: Number(touchRatio), partRatio: Number(partRatio) }
}

/** Where on its meter a gesture begins to act, 0..1. */
export function lineOf(project: Project, gesture: GestureId): number {
  if (isPinch(gesture)) return 1 - pinchLimits(project).touchRatio / WIDE_PALMS
  const scores = project.bindings
    .filter((binding) => binding.gesture === gesture)
    .map(({ trigger }) => trigger.minScore)
  return Math.min(1, ...scores)
}

/** The project with a gesture's line there, as near as its classifier takes it. Pinches share theirs. */
export function withLine(project: Project, gesture: GestureId, line: number): Project {
  if (!isPinch(gesture)) {
    const bindings = project.bindings.map((binding) =>
      binding.gesture === gesture
        ? { ...binding, trigger: { ...binding.trigger, minScore: line } }
        : binding,
    )
    return { ...project, bindings }
  }
  const before = pinchLimits(project)
  const wanted = Math.min(TOUCH.most, Math.max(TOUCH.least, (1 - line) * WIDE_PALMS))
  const touchRatio = Math.round(wanted * 100) / 100
  // How far fingers must part to let go stays as far from where they touch.
  const apart = touchRatio + before.partRatio - before.touchRatio
  const partRatio = Math.round(Math.min(1, apart) * 100) / 100
  const pinch = { ...project.classifiers['pinch'], touchRatio, partRatio }
  return { ...project, classifiers: { ...project.classifiers, pinch } }
}

const isPinch = (gesture: GestureId): boolean => fingersOfPinch(gesture).length > 0
