import { classifierById, classifiers } from '../classifier/registry.ts'
import { NONE } from '../classifier/classifier.ts'
import { resolveOptions } from '../classifier/options.ts'
import type { Project } from './project.ts'

/** What is wrong with a project, where in its file, in words for the person who wrote it. */
export interface ProjectProblem {
  /** Keys and indices from the top of the file, for example `['bindings', 3, 'gesture']`. */
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** Checks what only the core can know: that classifiers, their options and gestures exist. Empty when all is well. */
export function checkProject(project: Project): readonly ProjectProblem[] {
  return [...checkClassifiers(project), ...checkBindings(project)]
}

function checkClassifiers({ classifiers: wanted }: Project): readonly ProjectProblem[] {
  return Object.entries(wanted).flatMap(([id, given]) => {
    const entry = classifierById(id)
    const path = ['classifiers', id]
    if (entry === undefined) {
      const known = classifiers.map((one) => `"${one.id}"`).join(', ')
      return [{ path, message: `classifier "${id}" is not known; known are ${known}` }]
    }
    const resolved = resolveOptions(entry.options, given)
    if (resolved.ok) return []
    return resolved.problems.map((message) => ({ path, message: `classifier "${id}": ${message}` }))
  })
}

function checkBindings({ bindings, classifiers: wanted }: Project): readonly ProjectProblem[] {
  return bindings.flatMap(({ gesture }, index) => {
    const path = ['bindings', index, 'gesture']
    const [id = '', label = ''] = gesture.split('.')
    const entry = classifierById(id)
    if (entry === undefined) return [{ path, message: `no classifier gives gesture "${gesture}"` }]
    if (label === NONE || !entry.labels.includes(label)) {
      const known = entry.labels.filter((one) => one !== NONE).map((one) => `"${id}.${one}"`)
      return [{ path, message: `gesture "${gesture}" is not known; known are ${known.join(', ')}` }]
    }
    if (wanted[id] !== undefined) return []
    return [
      { path, message: `gesture "${gesture}" needs classifier "${id}", which is not enabled` },
    ]
  })
}
