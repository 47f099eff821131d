import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import type { Project } from '../../core/project/project.ts'

/** By id or by name, in any case; an id goes before a name. Where there is none, those there are get named. */
export function findProject(all: readonly Project[], asked: string): Result<Project> {
  const wanted = asked.trim().toLowerCase()
  const found =
    all.find(({ id }) => id === wanted) ?? all.find(({ name }) => name.toLowerCase() === wanted)
  if (found !== undefined) return ok(found)
  return failed(
    `There is no project "${asked}".`,
    `There ${all.length === 1 ? 'is' : 'are'}: ${all.map(({ name }) => name).join(', ')}.`,
  )
}
