import { inBackground } from '../../../contract/boundary/faults.ts'
import { withheldProject } from '../../../core/project/restricted-parts.ts'
import { handleProjectRequests } from './handle-project-requests.ts'
import { handleTrustRequests } from './handle-trust-requests.ts'
import type { ProjectTrust } from './project-trust.ts'
import type { DisposeStack } from '../../../node/dispose-stack.ts'
import { followForeground } from './follow-foreground.ts'
import type { Host } from '../../system/host/host.ts'
import { knownKeys } from '../../system/output/input/key-names.ts'
import { projectList } from './project-list.ts'
import { ProjectSwitcher } from './project-switcher.ts'
import type { ProjectEditor } from './project-editor.ts'
import type { ProjectStore } from './project-store.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import type { Session } from '../../control/session.ts'
import type { StateStore } from '../../shared/state-store.ts'

interface ProjectParts {
  readonly host: Host
  readonly services: {
    readonly projects: ProjectStore
    readonly projectEditor: ProjectEditor
    readonly projectTrust: ProjectTrust
    readonly settings: SettingsStore
  }
  readonly stateStore: StateStore
  readonly session: Session
  readonly disposeStack: DisposeStack
}

/** Joins projects to the session, which acts by one of them, and to the page, where people choose and change them. */
export function setUpProjects(parts: ProjectParts): ProjectSwitcher {
  const { host, services, stateStore, session, disposeStack } = parts
  const { projects, projectEditor, settings } = services
  handleProjectRequests(host.end, projectEditor, knownKeys)
  handleTrustRequests(host.end, projects, services.projectTrust)
  followProjects(parts)
  const switcher = new ProjectSwitcher({
    // By what nobody has allowed, no project comes into force by itself.
    projects: () =>
      projects.list().map((one) => (projects.isAllowed(one) ? one : withheldProject(one))),
    current: () => stateStore.current().project,
    putInForce: (project) => {
      session.putInForce(project)
    },
    onSwitched: (switched, takeBack) => {
      host.end.send('switched', switched)
      host.showSwitch?.()
      session.offerToWaveAway(takeBack)
    },
    remember: (project) => {
      inBackground(
        'project',
        settings.change({ project }).then((changed) => {
          if (changed.ok) return
          const { message, fix } = changed.problem
          stateStore.report({ stage: 'host', severity: 'low', message, fix })
        }),
      )
    },
  })
  session.on('projectEffect', (effect) => {
    switcher.followEffect(effect)
  })
  settings.follow(({ followsPrograms }) => {
    switcher.followPrograms(followsPrograms)
  })
  disposeStack.add('foreground', followForeground(switcher, host.end))
  return switcher
}

/** The page knows the projects; one edited on disk takes effect at once when it is the active one. */
function followProjects({ host, services, stateStore, session }: ProjectParts): void {
  const { projects } = services
  const publish = (): void => {
    host.end.publish('projects', projectList(projects))
  }
  publish()
  /** What was in force when its file went, and what has been since. */
  let left: { readonly id: string; readonly insteadId: string } | undefined
  projects.onChange(({ changedIds, problems }) => {
    publish()
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
