import type { z } from 'zod'
import { checkProject } from '../../core/project/check-project.ts'
import type { Project } from '../../core/project/project.ts'
import { parseLocatedJson, type LocatedJson } from './json-file.ts'

export type ParsedProject =
  | { readonly ok: true; readonly project: Project }
  /** Line by line, for example `line 12: "dwellMs": expected number, received string`. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** More would hide the first, which is the one to mend. */
const SHOWN_PROBLEMS = 5

/** Reads a project file: its JSON, its form, and whether what it names exists. `id` is the file's name without `.json`. */
export function parseProject(text: string, id: string, schema: z.ZodType<Project>): ParsedProject {
  const parsed = parseLocatedJson(text)
  if (!parsed.ok) return { ok: false, problems: [`line ${parsed.line}: ${parsed.message}`] }
  const { json } = parsed
  const project = schema.safeParse(json.value)
  if (!project.success) {
    return refuse(project.error.issues.flatMap((issue) => describeIssue(issue, json)))
  }
  if (project.data.id !== id) {
    return refuse([`line ${json.lineAt(['id'])}: "id" must be "${id}", as the file is called`])
  }
  const unknown = checkProject(project.data)
  if (unknown.length > 0) {
    return refuse(unknown.map(({ path, message }) => `line ${json.lineAt(path)}: ${message}`))
  }
  return { ok: true, project: project.data }
}

function refuse(problems: readonly string[]): ParsedProject {
  return { ok: false, problems: problems.slice(0, SHOWN_PROBLEMS) }
}

function describeIssue(issue: z.core.$ZodIssue, json: LocatedJson): string[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `line ${json.lineAt([...path, key])}: "${key}" is not known here`,
    )
  }
  const name = path.length === 0 ? '' : `"${path.at(-1)}": `
  const message = issue.message.replace(/^Invalid input: /, '')
  return [`line ${json.lineAt(path)}: ${name}${message}`]
}
