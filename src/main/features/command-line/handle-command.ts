import type { AppState } from '../../../contract/channels/app-state.ts'
import type { Result } from '../../../contract/boundary/result.ts'
import type { Project } from '../../../core/project/project.ts'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import type { ControlAnswer, ControlCommand } from './command.ts'
import { findProject } from '../../shared/find-project.ts'

export interface CommandHandling {
  readonly state: () => AppState
  readonly projects: () => readonly Project[]
  readonly choose: (id: string) => Result<void>
  readonly setMode: (mode: 'paused' | 'watching') => void
  readonly showWindow: () => void
}

/** Carries out what the command line says. */
export function handleCommand(command: ControlCommand, app: CommandHandling): ControlAnswer {
  switch (command.kind) {
    case 'switch': {
      const found = findProject(app.projects(), command.project)
      const chosen = found.ok ? app.choose(found.value.id) : found
      if (chosen.ok) return answerWithState(app, [`Project ${app.state().project.name}.`])
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
