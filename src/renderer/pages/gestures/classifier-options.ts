import { resolveOptions, type OptionValue } from '../../../core/classifier/options.ts'
import { classifierById } from '../../../core/classifier/registry.ts'
import type { Project } from '../../../core/project/project.ts'

/** What a classifier's option is in a project. */
export function optionIn(project: Project, classifier: string, name: string): OptionValue {
  const spec = classifierById(classifier)?.options.find((one) => one.name === name)
  return project.classifiers[classifier]?.[name] ?? spec?.default ?? 0
}

/** The project with another value of one option. */
export function withOption(
  project: Project,
  classifier: string,
  name: string,
  value: OptionValue,
): Project {
  const options = { ...project.classifiers[classifier], [name]: value }
  return { ...project, classifiers: { ...project.classifiers, [classifier]: options } }
}

/** The score from which on a gesture is seen, by the project's options; 0 where that is not a score's to say. */
export function boundaryOf(project: Project, gesture: string): number {
  const [id = '', label = ''] = gesture.split('.')
  const entry = classifierById(id)
  const resolved = entry && resolveOptions(entry.options, project.classifiers[id] ?? {})
  return entry && resolved?.ok === true ? entry.beginsAt(label, resolved.options) : 0
}
