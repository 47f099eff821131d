import type { ListedProject } from '../../../contract/channels/app-state.ts'
import { listedProject } from '../../../contract/channels/listed-project.ts'
import { projectAbout } from '../../../contract/words/shipped-projects.ts'
import type { ProjectStore } from './project-store.ts'

/** The projects as the window lists them, in their order. */
export function projectList(store: ProjectStore): ListedProject[] {
  return store.list().map((project) => {
    const listed = listedProject(project)
    const entry = store.entry(project.id)
    if (entry === undefined) return listed
    const { origin, inactive, problem, revision, withheld, answer } = entry
    const more = { origin, revision, inactiveCount: inactive.length }
    return {
      ...{ ...listed, ...more },
      ...(project.about !== '' && { about: projectAbout(project.id, project.about) }),
      ...(problem && { problem }),
      ...(withheld.length > 0 && {
        withheld: { count: withheld.length, ...(answer === 'left-off' && { answer }) },
      }),
    }
  })
}
