import { failed, ok, type Result } from '../../contract/boundary/result.ts'
import { say } from '../../contract/words/say.ts'
import type { Project } from '../../core/project/project.ts'
import { onlyEnglish } from '../../core/sentence/sentence.ts'

/** By id or by name, in any case; an id goes before a name. Where there is none, those there are get named. */
export function findProject(all: readonly Project[], asked: string): Result<Project> {
  const wanted = asked.trim().toLowerCase()
  const found =
    all.find(({ id }) => id === wanted) ?? all.find(({ name }) => name.toLowerCase() === wanted)
  if (found !== undefined) return ok(found)
  const names = all.map(({ name }) => name).join(', ')
  return failed(
    say('There is no project "{}".', asked),
    onlyEnglish(`There ${all.length === 1 ? 'is' : 'are'}: ${names}.`),
  )
}
