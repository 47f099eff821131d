import type { z } from 'zod'
import type { InactiveBinding } from '../../../contract/channels/project-channels.ts'
import { ok } from '../../../contract/boundary/result.ts'
import { sentenceOfIssue } from '../../../contract/words/zod-sentences.ts'
import { say } from '../../../contract/words/say.ts'
import {
  checkProject,
  inactiveParts,
  type ProjectProblem,
} from '../../../core/project/check-project.ts'
import type { Project } from '../../../core/project/project.ts'
import type { Sentence } from '../../../core/sentence/sentence.ts'
import { visibleText } from '../../../core/sentence/visible-text.ts'
import { attemptParse } from '../../../node/user-file.ts'
import { parseLocatedJson, type LocatedJson } from '../../system/storage/json-file.ts'
import { migrated } from '../../../contract/project-file/migrate-project.ts'

export type ParsedProject =
  | {
      readonly ok: true
      readonly project: Project
      /** What is kept but does nothing here; lines as in problems. */
      readonly inactive: readonly (ProjectProblem & { readonly line: number })[]
    }
  /** Line by line, for example `line 12: "dwellMs": expected number, received string`. */
  | { readonly ok: false; readonly problems: readonly Sentence[] }

/** More would hide the first, which is the one to mend. */
const SHOWN_PROBLEMS = 5

/**
 * Reads a project file: its JSON, its version, its form, and whether what it names exists. `id` is the file's name without
 * `.json`; without one, any will do.
 */
export function parseProject(
  text: string,
  id: string | undefined,
  schema: z.ZodType<Project>,
): ParsedProject {
  const parsed = attemptParse(() => ok(parsedProject(text, id, schema)))
  return parsed.ok ? parsed.value : { ok: false, problems: [parsed.problem.message] }
}

function parsedProject(
  text: string,
  id: string | undefined,
  schema: z.ZodType<Project>,
): ParsedProject {
  const parsed = parseLocatedJson(withoutByteOrderMark(text))
  if (!parsed.ok) return { ok: false, problems: [atLine(parsed.line, parsed.message)] }
  const { json } = parsed
  const content = migrated(json.value)
  if (!content.ok) return failWithProblems([atLine(json.lineAt(['version']), content.message)])
  const project = schema.safeParse(withoutSchemaName(content.content))
  if (!project.success) {
    const issues = project.error.issues.slice(0, SHOWN_PROBLEMS)
    return failWithProblems(issues.flatMap((issue) => describeIssue(issue, json)))
  }
  if (id !== undefined && project.data.id !== id) {
    const line = json.lineAt(['id'])
    return failWithProblems([
      say('line {}: "id" must be "{}", as the file is called', line, visibleText(id)),
    ])
  }
  const wrong = checkProject(project.data)
  if (wrong.length > 0) {
    return failWithProblems(
      wrong.slice(0, SHOWN_PROBLEMS).map(({ path, message }) => atLine(json.lineAt(path), message)),
    )
  }
  const inactive = inactiveParts(project.data).map((part) => ({
    ...part,
    line: json.lineAt(part.path),
  }))
  return { ok: true, project: project.data, inactive }
}

/** The bindings that do nothing, for the editor. */
export function inactiveBindings(parts: readonly ProjectProblem[]): InactiveBinding[] {
  return parts.flatMap(({ path: [top, index], message }) =>
    top === 'bindings' && typeof index === 'number' ? [{ index, reason: message }] : [],
  )
}

/** Windows' editors put one before a text. */
const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '')

/** Editors find the form of a file by `$schema`; to us it says nothing. */
function withoutSchemaName(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return content
  return Object.fromEntries(Object.entries(content).filter(([key]) => key !== '$schema'))
}

const atLine = (line: number, message: Sentence): Sentence => say('line {}: {}', line, message)

function failWithProblems(problems: readonly Sentence[]): ParsedProject {
  return { ok: false, problems: problems.slice(0, SHOWN_PROBLEMS) }
}

function describeIssue(issue: z.core.$ZodIssue, json: LocatedJson): Sentence[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, SHOWN_PROBLEMS)
      .map((key) => say('line {}: "{}" is not known here', json.lineAt([...path, key]), key))
  }
  const name = path.at(-1)
  const message = sentenceOfIssue(issue)
  return [atLine(json.lineAt(path), name === undefined ? message : say('"{}": {}', name, message))]
}
