import type { AppState, Mode, ProjectSummary } from '../../../contract/channels/app-state.ts'
import { spoken } from '../../../contract/words/spoken.ts'
import { translate } from '../../../contract/words/translate.ts'
import type { HostCommand } from './host.ts'

/** One entry of the tray's menu, as data; a host draws it with what it has. */
export type TrayItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'line' }
  | { readonly kind: 'action'; readonly text: string; readonly command: HostCommand }
  | {
      readonly kind: 'choice'
      readonly text: string
      readonly isChosen: boolean
      readonly command: HostCommand
    }

/** `error`: something has to be mended. */
export type TrayShape = Mode | 'no-camera' | 'error'

/** What the tray shows: a shape (never a colour alone), a line of words, and a menu. */
export interface TrayView {
  readonly shape: TrayShape
  readonly tooltip: string
  readonly items: readonly TrayItem[]
}

export function trayMenu(state: AppState, projects: readonly ProjectSummary[]): TrayView {
  const words = spoken.tray
  const isPaused = state.mode === 'paused'
  const mode = words.modes[state.mode]
  const status = state.hint === undefined ? mode : `${mode}: ${translate(state.hint)}`
  return {
    shape: shapeOf(state),
    tooltip: `Beckon ${status}`,
    items: [
      { kind: 'text', text: status },
      {
        kind: 'action',
        text: isPaused ? words.resume : words.pause,
        command: { kind: 'set-mode', mode: isPaused ? 'watching' : 'paused' },
      },
      { kind: 'line' },
      ...projects.map(({ id, name }): TrayItem => ({
        kind: 'choice',
        text: name,
        isChosen: id === state.project.id,
        command: { kind: 'switch-project', id },
      })),
      { kind: 'line' },
      { kind: 'action', text: words.open, command: { kind: 'show-window' } },
      {
        kind: 'action',
        text: words.quit,
        command: { kind: 'quit', reason: 'Quit from the tray.' },
      },
    ],
  }
}

/** Paused is the user's own wish; otherwise what does not work goes before what does. */
function shapeOf({ mode, camera, tracker, problems }: AppState): TrayShape {
  if (mode === 'paused') return mode
  const isGrave = problems.some(({ severity }) => severity === 'high' || severity === 'fatal')
  if (isGrave || tracker.kind === 'failed') return 'error'
  const hasPicture = ['live', 'opening', 'closed', 'ended'].includes(camera.kind)
  return hasPicture ? mode : 'no-camera'
}
