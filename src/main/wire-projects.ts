import { answerProjectRequests } from './answer-project-requests.ts'
import type { ClosingStack } from './closing-stack.ts'
import { followForeground } from './follow-foreground.ts'
import type { Host } from './host/host.ts'
import { knownKeys } from './output/key-names.ts'
import { projectList } from './project-list.ts'
import { ProjectSwitcher } from './project-switcher.ts'
import type { Services } from './services.ts'
import type { Session } from './session.ts'
import type { StateBoard } from './state-board.ts'

interface ProjectWiring {
  readonly host: Host
  readonly services: Services
  readonly board: StateBoard
  readonly session: Session
  readonly closing: ClosingStack
  readonly nowMs: () => number
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
    onSwitched: (switched) => {
      host.end.send('switched', switched)
      host.showSwitch?.()
    },
    remember: (project) => {
      void settings.change({ project }).then((changed) => {
        if (changed.ok) return
        const { message, fix } = changed.problem
        board.report({ stage: 'host', severity: 'low', message, fix })
      })
    },
    nowMs: wiring.nowMs,
  })
  settings.follow(({ followsPrograms }) => {
    switcher.followPrograms(followsPrograms)
  })
  closing.add('foreground', followForeground(switcher, host.end))
  return switcher
}

/** The page knows the projects; one edited on disk takes effect at once when it is the active one. */
function followProjects({ host, services, board, session }: ProjectWiring): void {
  const { projects } = services
  const publish = (): void => {
    host.end.publish('projects', projectList(projects))
  }
  publish()
  /** What was in force when its file went, and what has been since. */
  let left: { readonly id: string; readonly insteadId: string } | undefined
  projects.onChange(({ changedIds, problems }) => {
    publish()
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
