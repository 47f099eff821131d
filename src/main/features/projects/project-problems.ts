import { basename } from 'node:path'
import type { StageProblem } from '../../../contract/channels/status.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import { restrictedParts } from '../../../core/project/restricted-parts.ts'
import { joinSaid, type Sentence } from '../../../core/sentence/sentence.ts'
import { visibleText } from '../../../core/sentence/visible-text.ts'
import type { StoredProject } from './project-folder.ts'

/** Nobody has said yet what these may do. */
export function unanswered(asked: readonly Project[]): StageProblem {
  const [only, second] = asked
  const isOne = only !== undefined && second === undefined
  return {
    stage: 'project',
    severity: 'low',
    message: isOne
      ? say(
          '“{}” came from outside: {} of its parts are off until you allow them.',
          visibleText(only.name),
          restrictedParts(only).length,
        )
      : say(
          '{} projects came from outside: parts of them are off until you allow them.',
          asked.length,
        ),
    fix: say('Look at them on the page Projects.'),
  }
}

/** All that is wrong is said again with every change of state: hundreds of files must not become hundreds of sentences. */
const MOST_PROBLEMS = 20

export function firstOf(problems: readonly StageProblem[]): readonly StageProblem[] {
  const more = problems.length - MOST_PROBLEMS
  if (more <= 0) return problems
  const message = say('There is something wrong with {} more project files.', more)
  return [...problems.slice(0, MOST_PROBLEMS), { stage: 'project', severity: 'low', message }]
}

export function brokenFile([path, problems]: readonly [string, readonly Sentence[]]): StageProblem {
  return {
    stage: 'project',
    severity: 'medium',
    message: say('{}, {}', visibleText(basename(path)), joinSaid(problems, '; ')),
    fix: say(
      'Mend {}; until then its last good version is in force, if there was one.',
      visibleText(path),
    ),
  }
}

/** What is kept and does nothing here: the first of each file. */
export const inactiveFiles = (projects: ReadonlyMap<string, StoredProject>): StageProblem[] =>
  [...projects].flatMap(([id, { inactive }]) =>
    inactive.slice(0, 1).map(({ line, message }) => ({
      stage: 'project',
      severity: 'low',
      message: say('{}, line {}: {}; it is kept and does nothing.', `${id}.json`, line, message),
    })),
  )
