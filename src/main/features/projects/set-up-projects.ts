import { answerProjectRequests } from './handle-project-requests.ts'
import type { ClosingStack } from '../../../node/dispose-stack.ts'
import { followForeground } from './follow-foreground.ts'
import type { Host } from '../../system/host/host.ts'
import { knownKeys } from '../../system/output/input/key-names.ts'
import { projectList } from './project-list.ts'
import { ProjectSwitcher } from './project-switcher.ts'
import type { ProjectEditor } from './project-editor.ts'
import type { ProjectStore } from './project-store.ts'
import type { SettingsStore } from '../../system/storage/settings-store.ts'
import type { Session } from '../../control/session.ts'
import type { StateBoard } from '../../shared/state-store.ts'

interface ProjectWiring {
  readonly host: Host
  readonly services: {
    readonly projects: ProjectStore
    readonly projectEditor: ProjectEditor
    readonly settings: SettingsStore
  }
  readonly board: StateBoard
  readonly session: Session
  readonly closing: ClosingStack
}

/** Joins projects to the session, which acts by one of them, and to the page, where people choose and change them. */
export function wireProjects(wiring: ProjectWiring): ProjectSwitcher {
  const { host, services, board, session, closing } = wiring
  const { projects, projectEditor, settings } = services
  answerProjectRequests(host.end, projectEditor, knownKeys)
  followProjects(wiring)
  const switcher = new ProjectSwitcher({
    projects: () => projects.list(),
    current: () => board.current().project,
    putInForce: (project) => {
      session.putInForce(project)
    },
    onSwitched: (switched, takeBack) => {
      host.end.send('switched', switched)
      host.showSwitch?.()
      session.offerToWaveAway(takeBack)
    },
    remember: (project) => {
      void settings.change({ project }).then((changed) => {
        if (changed.ok) return
        const { message, fix } = changed.problem
        board.report({ stage: 'host', severity: 'low', message, fix })
      })
    },
  })
  session.on('wish', (wish) => {
    switcher.wish(wish)
  })
  settings.follow(({ followsPrograms }) => {
    switcher.followPrograms(followsPrograms)
  })
  closing.add('foreground', followForeground(switcher, host.end))
  return switcher
}

/** A project edited on disk takes effect at once when it is the active one. */
function followProjects({ host, services, board, session }: ProjectWiring): void {
  const { projects } = services
  /** What was in force when its file went, and what has been since. */
  let left: { readonly id: string; readonly insteadId: string } | undefined
  projects.onChange(({ changedIds, problems }) => {
    host.end.publish('projects', projectList(projects))
    board.mended('project')
    for (const problem of problems) board.report(problem)
    const { id } = board.current().project
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
