import type { Result } from '../../../contract/boundary/result.ts'
import type { Project } from '../../../core/project/project.ts'
import type { ProjectEntry } from './project-store.ts'
import type { ProjectTrust } from './project-trust.ts'

/**
 * Writes a project that the user made of this one, by changing or copying it: it is as trusted as that was, no more and no less.
 * Noted first, so that nobody reads the file and asks.
 */
export async function writeTrusted(
  trust: ProjectTrust,
  from: ProjectEntry,
  project: Project,
  write: () => Promise<Result<void>>,
): Promise<Result<void>> {
  const answer = from.withheld.length === 0 ? 'allowed' : from.answer
  const given = await trust.give(project, answer)
  const written = given.ok ? await write() : given
  if (written.ok) return written
  if (project.id === from.project.id) await trust.give(from.project, answer)
  else await trust.give(project, undefined)
  return written
}
