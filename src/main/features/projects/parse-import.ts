import type { z } from 'zod'
import { MOST_IMPORT_BYTES } from '../../../contract/channels/project-channels.ts'
import type { InactiveBinding } from '../../../contract/channels/project-channels.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { cleanName } from '../../../contract/project-file/project-name.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import { joinSaid } from '../../../core/sentence/sentence.ts'
import { inactiveBindings, parseProject } from './parse-project.ts'

export interface ImportedProject {
  readonly project: Project
  readonly inactive: InactiveBinding[]
}

/** Reads a project that somebody gave the user, of whatever id; `fileName` is for messages. */
export function parseImport(
  fileName: string,
  text: string,
  schema: z.ZodType<Project>,
): Result<ImportedProject> {
  if (Buffer.byteLength(text) > MOST_IMPORT_BYTES) {
    return failed(say('{} is too large to be a project.', fileName))
  }
  const parsed = parseProject(text, undefined, schema)
  const help = say('It has to be a JSON file that Beckon exported, or one of the same form.')
  if (!parsed.ok) return failed(say('{}, {}', fileName, joinSaid(parsed.problems, '; ')), help)
  const name = cleanName(parsed.project.name)
  if (!name.ok) return name
  const project = { ...parsed.project, name: name.value }
  return ok({ project, inactive: inactiveBindings(parsed.inactive) })
}
