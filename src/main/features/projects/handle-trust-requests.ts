import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import { failed, ok } from '../../../contract/boundary/result.ts'
import { say } from '../../../contract/words/say.ts'
import { describePart } from './describe-parts.ts'
import { fingerprintOf } from './project-fingerprint.ts'
import type { ProjectStore } from './project-store.ts'
import type { ProjectTrust } from './project-trust.ts'

/** The window shows what is off in a project that came from outside, and a person there says yes or leaves it off. */
export function handleTrustRequests(
  end: MainEndpoint,
  projects: ProjectStore,
  trust: ProjectTrust,
): void {
  end.handle('readRestricted', ({ id }) => {
    const entry = projects.entry(id)
    if (entry === undefined) return failed(say('This project is no longer there.'))
    const { withheld, answer } = entry
    const parts = withheld.map(describePart)
    return ok({ fingerprint: fingerprintOf(entry.project) ?? '', answer, parts })
  })
  end.handle('answerRestricted', async ({ id, fingerprint, answer }) => {
    // The file may have been changed a moment ago.
    await projects.read()
    const project = projects.get(id)
    if (project === undefined) return failed(say('This project is no longer there.'))
    if (fingerprintOf(project) !== fingerprint) {
      return failed(say('This project has changed meanwhile. Look at what it does now.'))
    }
    const given = await trust.give(project, answer)
    projects.rearranged([id])
    return given
  })
}
