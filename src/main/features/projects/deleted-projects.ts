import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import type { ProjectSummary } from '../../../contract/channels/app-state.ts'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import type { Project } from '../../../core/project/project.ts'
import { attemptWrite } from '../../system/storage/explain-write-failure.ts'
import { parseProject } from './parse-project.ts'
import { projectTrash } from './project-trash.ts'

/** Deleted projects that can still be had back, also after a restart: one of each id, the one deleted last. */
export interface DeletedProjects {
  list(): Promise<readonly ProjectSummary[]>
  /** The user's file goes back to where it was. `false`: there is none. */
  bringBack(id: string): Promise<Result<boolean>>
}

interface Deleted extends ProjectSummary {
  readonly path: string
}

/** Of the files that are kept for a while. One that is no project (any more) is left where it is. */
export function deletedProjects(userDir: string, schema: z.ZodType<Project>): DeletedProjects {
  const trashedFiles = async (): Promise<readonly Deleted[]> => {
    const newest = new Map<string, Deleted>()
    for (const { path, text } of await projectTrash(userDir).read()) {
      const parsed = parseProject(text, undefined, schema)
      if (!parsed.ok || newest.has(parsed.project.id)) continue
      const { id, name } = parsed.project
      newest.set(id, { id, name, path })
    }
    return [...newest.values()]
  }
  return {
    list: async () => (await trashedFiles()).map(({ id, name }) => ({ id, name })),
    bringBack: async (id) => {
      const deleted = (await trashedFiles()).find((one) => one.id === id)
      if (deleted === undefined) return ok(false)
      const place = join(userDir, `${id}.json`)
      const what = say('“{}” could not be brought back', deleted.name)
      const moved = await attemptWrite(what, userDir, () => rename(deleted.path, place))
      return moved.ok ? ok(true) : failed(moved.problem.message, moved.problem.fix)
    },
  }
}
