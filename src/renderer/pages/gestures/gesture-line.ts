import { fingersOfPinch } from '../../../core/classifier/pinch.ts'
import { effectiveProject, type Findings } from '../../../core/project/effective-project.ts'
import type { Project } from '../../../core/project/project.ts'
import { boundaryOf, optionIn, withOptions } from './classifier-options.ts'

/** Tips farther apart than this are nowhere near a pinch: the meter's empty end, in palm lengths. */
export const WIDE_PALMS = 1
/** What the pinch classifier takes, in palm lengths. */
const TOUCH = { least: 0.05, most: 0.5 }

/**
 * The lines on a gesture's meter, 0..1: from where each of its bindings acts, the lowest first, and for a pinch where it ends. A
 * binding asks for no less than its classifier does. Of a project as it acts (`effectiveProject`); none where nothing acts.
 */
export function linesOf(project: Project, gesture: string): readonly number[] {
  const least = project.bindings
    .filter((binding) => binding.gesture === gesture && binding.isWithheld !== true)
    .map(({ trigger }) => trigger.minScore)
  if (least.length === 0) return []
  if (!isPinch(gesture)) {
    const boundary = boundaryOf(project, gesture)
    return sortedUnique(least.map((score) => Math.max(score, boundary)))
  }
  const { touchRatio, partRatio } = pinchLimits(project)
  const touches = least.map((score) => Math.min(touchRatio, (1 - score) * partRatio))
  return [...new Set([...sortedUnique(touches.map(nearnessOfPinch)), nearnessOfPinch(partRatio)])]
}

/** Of a pinch, in palm lengths. Tips that have met part no nearer than they met. */
function pinchLimits(project: Project): { touchRatio: number; partRatio: number } {
  const optionRatio = (name: string): number => Number(optionIn(project, 'pinch', name))
  const touchRatio = optionRatio('touchRatio')
  return { touchRatio, partRatio: Math.max(optionRatio('partRatio'), touchRatio) }
}

const sortedUnique = (lines: readonly number[]): number[] =>
  [...new Set(lines)].toSorted((a, b) => a - b)
const nearnessOfPinch = (ratio: number): number => 1 - ratio / WIDE_PALMS

/** Where on its meter a gesture begins to act, in a project as it acts. */
export const lineOf = (project: Project, gesture: string): number =>
  linesOf(project, gesture)[0] ?? 1

/** The project with a gesture's line there, as near as its classifier takes it. Pinches share theirs. */
export function withLine(
  project: Project,
  findings: Findings,
  gesture: string,
  line: number,
): Project {
  const effective = effectiveProject(project, findings)
  const isOwn = !isPinch(gesture)
  // A pinch is as sure as its tips are near: its line says all.
  const minScore = isOwn && line > boundaryOf(effective, gesture) ? line : 0
  const bindings = project.bindings.map((binding) =>
    binding.gesture === gesture
      ? { ...binding, trigger: { ...binding.trigger, minScore } }
      : binding,
  )
  if (isOwn) return { ...project, bindings }
  const before = pinchLimits(effective)
  const wanted = Math.min(TOUCH.most, Math.max(TOUCH.least, (1 - line) * WIDE_PALMS))
  const touchRatio = Math.round(wanted * 100) / 100
  // How far fingers must part to let go stays as far from where they touch.
  const apart = touchRatio + before.partRatio - before.touchRatio
  const partRatio = Math.round(Math.min(1, apart) * 100) / 100
  return { ...withOptions(project, findings, 'pinch', { touchRatio, partRatio }), bindings }
}

const isPinch = (gesture: string): boolean => fingersOfPinch(gesture).length > 0
