import { classifierById, classifiers } from '../classifier/registry.ts'
import { NONE } from '../classifier/classifier.ts'
import { resolveOptions } from '../classifier/options.ts'
import { SIGN_LETTERS } from '../classifier/sign-letters.ts'
import { spelledWord } from '../gesture/spelled-words.ts'
import { say } from '../sentence/say.ts'
import type { Sentence } from '../sentence/sentence.ts'
import type { Project } from './project.ts'

/** What is wrong with a project, where in its file, in words for the person who wrote it. */
export interface ProjectProblem {
  /** Keys and indices from the top of the file, for example `['bindings', 3, 'gesture']`. */
  readonly path: readonly (string | number)[]
  readonly message: Sentence
}

/** Checks what only the core can know: that classifiers get options that they have. Empty when all is well. */
export function checkProject({ classifiers: wanted }: Project): readonly ProjectProblem[] {
  return Object.entries(wanted).flatMap(([id, given]) => {
    const entry = classifierById(id)
    if (entry === undefined) return []
    const path = ['classifiers', id]
    const resolved = resolveOptions(entry.options, given)
    if (resolved.ok) return []
    return resolved.problems.map((problem) => ({
      path,
      message: say('classifier "{}": {}', id, problem),
    }))
  })
}

/**
 * What the project holds that does nothing here: classifiers and gestures that are not known, for example from a project
 * that a newer Beckon wrote, and bindings to classifiers that it does not enable. They are kept.
 */
export function inactiveParts(project: Project): readonly ProjectProblem[] {
  const known = classifiers.map((one) => `"${one.id}"`).join(', ')
  const strangers = Object.keys(project.classifiers).filter(
    (id) => classifierById(id) === undefined,
  )
  return [
    ...strangers.map((id) => ({
      path: ['classifiers', id],
      message: say('classifier "{}" is not known; known are {}', id, known),
    })),
    ...inactiveBindings(project),
  ]
}

function inactiveBindings({ bindings, classifiers: wanted }: Project): readonly ProjectProblem[] {
  return bindings.flatMap(({ gesture, companions }, index) => [
    ...inactiveGesture(gesture, wanted, ['bindings', index, 'gesture']),
    ...companions.flatMap((condition, at) => {
      const path = ['bindings', index, 'companions', at, 'gesture']
      return inactiveGesture(condition.gesture, wanted, path)
    }),
  ])
}

function inactiveGesture(
  gesture: string,
  wanted: Project['classifiers'],
  path: ProjectProblem['path'],
): readonly ProjectProblem[] {
  if (spelledWord(gesture) !== undefined) return inactiveWord(gesture, wanted, path)
  const [id = '', label = ''] = gesture.split('.')
  const entry = classifierById(id)
  if (entry === undefined)
    return [{ path, message: say('no classifier gives gesture "{}"', gesture) }]
  if (label === NONE || !entry.labels.includes(label)) {
    const known = entry.labels.filter((one) => one !== NONE).map((one) => `"${id}.${one}"`)
    const message = say('gesture "{}" is not known; known are {}', gesture, known.join(', '))
    return [{ path, message }]
  }
  if (wanted[id] !== undefined) return []
  return [{ path, message: notEnabled(gesture, id) }]
}

/** Words are made of letters. */
function inactiveWord(
  gesture: string,
  wanted: Project['classifiers'],
  path: ProjectProblem['path'],
): readonly ProjectProblem[] {
  if (wanted[SIGN_LETTERS] !== undefined) return []
  return [{ path, message: notEnabled(gesture, SIGN_LETTERS) }]
}

const notEnabled = (gesture: string, classifier: string): Sentence =>
  say('gesture "{}" needs classifier "{}", which is not enabled', gesture, classifier)
