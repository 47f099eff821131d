import type { AppState } from '../../../contract/channels/app-state.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import type { Project } from '../../../core/project/project.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import { visibleText } from '../../../core/sentence/visible-text.ts'
import type { ControlAnswer, ControlCommand } from './command.ts'
import { findProject } from '../../shared/find-project.ts'

export interface CommandHandling {
  readonly state: () => AppState
  readonly projects: () => readonly Project[]
  readonly choose: (id: string) => Result<void>
  readonly setMode: (mode: 'paused' | 'watching') => void
  readonly showWindow: () => void
  /** What a project does not do until a person allows it, line by line; none where all of it is in force. */
  readonly withheld: (id: string) => readonly string[]
}

/** Carries out what the command line says. */
export function handleCommand(command: ControlCommand, app: CommandHandling): ControlAnswer {
  switch (command.kind) {
    case 'switch': {
      const found = findProject(app.projects(), command.project)
      const chosen = found.ok ? app.choose(found.value.id) : found
      if (chosen.ok) {
        const { id, name } = app.state().project
        return answerWithState(app, [`Project ${visibleText(name)}.`, ...withheldLines(app, id)])
      }
      const { message, fix } = chosen.problem
      const lines = [message, ...(fix === undefined ? [] : [fix])].map(inEnglish)
      return { ...answerWithState(app, lines), isDone: false }
    }
    case 'pause':
      app.setMode('paused')
      return answerWithState(app, [modeLine(app.state())])
    case 'resume':
      // In control already, nothing has to be resumed.
      if (app.state().mode === 'paused') app.setMode('watching')
      return answerWithState(app, [modeLine(app.state())])
    case 'projects':
      return answerWithState(app, projectLines(app))
    case 'status':
      return answerWithState(app, statusLines(app.state()))
    case 'show':
      app.showWindow()
      return answerWithState(app, [])
  }
}

function answerWithState({ state }: CommandHandling, lines: readonly string[]): ControlAnswer {
  const { mode, hint: said, project, camera, tracker } = state()
  const hint = said && inEnglish(said)
  const status = { mode, hint, project, camera: camera.kind, tracker: tracker.kind }
  return { isDone: true, lines, status: { ...status, pid: process.pid } }
}

const MODES = { paused: 'Paused', watching: 'Watching', engaged: 'Engaged' } as const

function modeLine({ mode, hint }: AppState): string {
  return hint === undefined ? `${MODES[mode]}.` : `${MODES[mode]}. ${inEnglish(hint)}`
}

function statusLines(state: AppState): string[] {
  const { project, camera, problems } = state
  const label = 'label' in camera ? `${camera.label}, ${camera.kind}` : camera.kind
  const wrong = problems.map(({ message }) => `! ${inEnglish(message)}`)
  return [modeLine(state), `Project ${project.name}.`, `Camera: ${label}.`, ...wrong]
}

function projectLines(app: CommandHandling): string[] {
  const inForce = app.state().project.id
  return app.projects().flatMap(({ id, name }) => {
    const line = `${visibleText(name)} (${id})${id === inForce ? ', in force' : ''}`
    return [line, ...withheldLines(app, id).map((one) => `  ${one}`)]
  })
}

/** Allowing is a matter of the window: a program that could do it here could do it for itself. */
function withheldLines({ withheld }: CommandHandling, id: string): string[] {
  const lines = withheld(id)
  if (lines.length === 0) return []
  return ['Off until you allow it on the page Projects:', ...lines.map((one) => `- ${one}`)]
}
