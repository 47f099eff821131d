import type { MainEndpoint } from '../../../contract/boundary/endpoints.ts'
import { handleProjectRequests } from './handle-project-requests.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { followForeground } from './follow-foreground.ts'
import { knownKeys } from '../../system/output/input/key-names.ts'
import type { PageTeller } from '../../shared/page-channel.ts'
import { projectList } from './project-list.ts'
import { ProjectSwitcher } from './project-switcher.ts'
import type { ProjectEditor } from './project-editor.ts'
import type { ProjectStore } from './project-store.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import type { Session } from '../../control/session.ts'
import type { StateStore } from '../../shared/state-store.ts'

interface ProjectParts {
  readonly end: MainEndpoint
  readonly services: {
    readonly projects: ProjectStore
    readonly projectEditor: ProjectEditor
    readonly settings: SettingsStore
  }
  readonly stateStore: StateStore
  readonly session: Session
  readonly page: PageTeller
  readonly disposeStack: DisposeStack
  readonly nowMs: () => number
}

/** Joins projects to the session, which acts by one of them, and to the page, where people choose and change them. */
export function setUpProjects(parts: ProjectParts): ProjectSwitcher {
  const { end, services, stateStore, session, page, disposeStack } = parts
  const { projects, projectEditor, settings } = services
  handleProjectRequests(end, projectEditor, knownKeys)
  followProjects(parts)
  const switcher = new ProjectSwitcher({
    projects: () => projects.list(),
    current: () => stateStore.current().project,
    putInForce: (project) => {
      session.putInForce(project)
    },
    tell: (switched) => {
      page.tell('switched', switched)
    },
    remember: (project) => {
      void settings.change({ project }).then((changed) => {
        if (!changed.ok)
          stateStore.report({ stage: 'host', severity: 'low', ...reportable(changed.problem) })
      })
    },
    followsPrograms: () => settings.current().followsPrograms,
    nowMs: parts.nowMs,
  })
  disposeStack.add('foreground', followForeground(switcher, page))
  return switcher
}

/** A project edited on disk takes effect at once when it is the active one. */
function followProjects({ services, stateStore, session, page }: ProjectParts): void {
  const { projects } = services
  /** What was in force when its file went, and what has been since. */
  let left: { readonly id: string; readonly insteadId: string } | undefined
  projects.onChange(({ changedIds, problems }) => {
    page.tell('projects', projectList(projects))
    stateStore.clearProblems('project')
    for (const problem of problems) stateStore.report(problem)
    const { id } = stateStore.current().project
    const returned = left?.insteadId === id ? projects.get(left.id) : undefined
    const active = projects.get(id)
    // One that was deleted gives way to the first that is left, until it is brought back.
    const next = returned ?? active ?? projects.list()[0]
    if (next === undefined || (next === active && !changedIds.includes(id))) return
    if (active === undefined) left = { id, insteadId: next.id }
    else if (returned !== undefined) left = undefined
    session.putInForce(next)
  })
}

function reportable({ message, fix }: { message: string; fix?: string | undefined }): {
  message: string
  fix?: string
} {
  return fix === undefined ? { message } : { message, fix }
}
