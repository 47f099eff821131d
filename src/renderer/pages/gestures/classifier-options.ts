import { resolveOptions, type OptionValue } from '../../../core/classifier/options.ts'
import { FITS_HAND } from '../../../core/classifier/pinch.ts'
import { classifierById } from '../../../core/classifier/registry.ts'
import { fitOf } from '../../../core/project/calibrated-project.ts'
import { effectiveProject, type Findings } from '../../../core/project/effective-project.ts'
import type { Project } from '../../../core/project/project.ts'

/** What a classifier's option is in a project. */
export function optionIn(project: Project, classifier: string, name: string): OptionValue {
  const spec = classifierById(classifier)?.options.find((one) => one.name === name)
  return project.classifiers[classifier]?.[name] ?? spec?.default ?? 0
}

/**
 * The project with other values of a classifier's options. Where they fit the hand, all of them become the project's own, from where
 * they are for the hand: what somebody moves acts.
 */
export function withOptions(
  project: Project,
  findings: Findings,
  classifier: string,
  values: Readonly<Record<string, OptionValue>>,
): Project {
  const isFitted = fitOf(project, findings.calibrations ?? {}, classifier) === 'hand'
  const becomesOwn = isFitted && !(FITS_HAND in values)
  const before = becomesOwn ? effectiveProject(project, findings) : project
  const own = becomesOwn ? { [FITS_HAND]: false } : {}
  const options = { ...before.classifiers[classifier], ...own, ...values }
  return { ...project, classifiers: { ...project.classifiers, [classifier]: options } }
}

/** The score from which on a gesture is seen, by a project's options; 0 where that is not a score's to say. */
export function boundaryOf(project: Project, gesture: string): number {
  const [id = '', label = ''] = gesture.split('.')
  const entry = classifierById(id)
  const resolved = entry && resolveOptions(entry.options, project.classifiers[id] ?? {})
  return entry && resolved?.ok === true ? entry.beginsAt(label, resolved.options) : 0
}
