import type { Action, AxisAction } from '../core/action/action.ts'
import type { Project } from '../core/project/project.ts'
import type { ListedProject } from './app-state.ts'
import { SPELLING_WORDS } from './words.ts'

/** A project as the window lists it, with what its gestures do in words. */
export function listedProject({ id, name, bindings }: Project): ListedProject {
  return {
    id,
    name,
    gestures: bindings.map(({ gesture, action }) => ({ gesture, does: actionWords(action) })),
  }
}

/** What a binding does, as people say it. */
export function actionWords(action: Action): string {
  switch (action.kind) {
    case 'pointer.button':
      return action.button === 'left' ? 'click; hold to drag' : `${action.button} click`
    case 'pointer.click':
      return `${action.count === 2 ? 'double click' : 'click'} ${action.button}`
    case 'pointer.scroll':
      return 'scroll by moving the hand'
    case 'key.chord':
      return `press ${keys(action.keys)}`
    case 'key.hold':
      return `hold ${keys(action.keys)}`
    case 'key.text':
      return `type “${action.text}”`
    case 'spelling':
      return SPELLING_WORDS[action.command]
    case 'volume.set':
      return `volume to ${Math.round(action.levelRatio * 100)} %`
    case 'volume.step':
      return action.stepRatio < 0 ? 'turn the volume down' : 'turn the volume up'
    case 'volume.mute':
      return action.muted === 'toggle' ? 'mute or unmute' : action.muted ? 'mute' : 'unmute'
    case 'media':
      return action.command.replaceAll('-', ' / ')
    case 'launch':
      return `open ${action.target}`
    case 'axis':
      return axisWords(action)
    case 'project.switch':
      return `switch to ${action.project}`
    case 'project.step':
      return `${action.step} project`
    case 'mode':
      return action.mode === 'paused' ? 'pause' : 'stop acting'
  }
}

const keys = (names: readonly string[]): string => names.join(' + ')

const SOURCE_WORDS: Readonly<Record<AxisAction['source'], string>> = {
  'pinch-distance': 'the distance of thumb and index finger',
  roll: 'turning the hand',
  height: 'the height of the hand',
  'hands-apart': 'moving the hands apart and together',
}

function axisWords({ source, target }: AxisAction): string {
  const by = SOURCE_WORDS[source]
  switch (target.kind) {
    case 'volume':
      return `volume by ${by}`
    case 'scroll':
      return `scroll by ${by}`
    case 'zoom':
      return `zoom by ${by}`
    case 'key':
      return `press ${keys(target.up)} or ${keys(target.down)} by ${by}`
  }
}
