import type { MainEnd } from '../contract/ends.ts'
import type { Problem } from '../contract/result.ts'
import { answerProjectRequests } from './answer-project-requests.ts'
import type { ClosingStack } from './closing-stack.ts'
import { followForeground } from './follow-foreground.ts'
import { knownKeys } from './output/key-names.ts'
import type { PageTeller } from './page-teller.ts'
import { projectList } from './project-list.ts'
import { ProjectSwitcher } from './project-switcher.ts'
import type { Services } from './services.ts'
import type { Session } from './session.ts'
import type { StateBoard } from './state-board.ts'

interface ProjectWiring {
  readonly end: MainEnd
  readonly services: Services
  readonly board: StateBoard
  readonly session: Session
  readonly page: PageTeller
  readonly closing: ClosingStack
  readonly nowMs: () => number
}

/** Joins projects to the session, which acts by one of them, and to the page, where people choose and change them. */
export function wireProjects(wiring: ProjectWiring): ProjectSwitcher {
  const { end, services, board, session, page, closing } = wiring
  const { projects, projectEditor, settings } = services
  answerProjectRequests(end, projectEditor, knownKeys)
  followProjects(wiring)
  const switcher = new ProjectSwitcher({
    projects: () => projects.list(),
    current: () => board.current().project,
    putInForce: (project) => {
      session.putInForce(project)
    },
    tell: (switched) => {
      page.tell('switched', switched)
    },
    remember: (project) => {
      void settings.change({ project }).then((changed) => {
        if (!changed.ok)
          board.report({ stage: 'host', severity: 'low', ...reportable(changed.problem) })
      })
    },
    followsPrograms: () => settings.current().followsPrograms,
    nowMs: wiring.nowMs,
  })
  closing.add('foreground', followForeground(switcher, page))
  return switcher
}

/** A project edited on disk takes effect at once when it is the active one. */
function followProjects({ services, board, session, page }: ProjectWiring): void {
  const { projects } = services
  /** What was in force when its file went, and what has been since. */
  let left: { readonly id: string; readonly insteadId: string } | undefined
  projects.onChange(({ changedIds, problems }) => {
    page.tell('projects', projectList(projects))
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

function reportable({ message, fix }: Problem): Problem {
  return fix === undefined ? { message } : { message, fix }
}
