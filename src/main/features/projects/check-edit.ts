import type { z } from 'zod'
import type { SavedProject } from '../../../contract/channels/project-channels.ts'
import { sentenceOfIssue } from '../../../contract/words/zod-sentences.ts'
import { say } from '../../../contract/words/say.ts'
import { checkProject } from '../../../core/project/check-project.ts'
import type { Project } from '../../../core/project/project.ts'
import { cleanName } from '../../../contract/project-file/project-name.ts'

type EditProblem = Extract<SavedProject, { kind: 'refused' }>['problems'][number]

export type CheckedEdit =
  | { readonly ok: true; readonly project: Project }
  | { readonly ok: false; readonly problems: EditProblem[] }

/** Checks a project as the editor sends it, in its form, its options and its name, beside the projects that there are. */
export function checkEdit(
  edited: unknown,
  schema: z.ZodType<Project>,
  all: readonly Project[],
): CheckedEdit {
  const parsed = schema.safeParse(edited)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
      message: sentenceOfIssue(issue),
    }))
    return { ok: false, problems }
  }
  const project = parsed.data
  const wrong = checkProject(project).map(({ path, message }) => ({ path: [...path], message }))
  const name = cleanName(project.name)
  if (!name.ok) wrong.push({ path: ['name'], message: name.problem.message })
  // Two of one name, written by hand, may stay; a new second one may not come about.
  const isNew = all.find(({ id }) => id === project.id)?.name !== project.name
  const isTaken = all.some(
    (other) => other.id !== project.id && other.name.toLowerCase() === project.name.toLowerCase(),
  )
  if (isNew && isTaken) {
    const message = say('There is a project called “{}” already.', project.name)
    wrong.push({ path: ['name'], message })
  }
  return wrong.length === 0 && name.ok
    ? { ok: true, project: { ...project, name: name.value } }
    : { ok: false, problems: wrong }
}
