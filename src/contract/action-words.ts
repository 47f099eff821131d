import type { Action } from '../core/action/action.ts'
import { effectWords } from './words.ts'

/** What a binding does, as people say it: "click or drag left", "scroll", "press alt+left". */
export function actionWords(action: Action): string {
  switch (action.kind) {
    case 'pointer.button':
      return action.button === 'left' ? 'click or drag' : `click or drag ${action.button}`
    case 'pointer.click':
      return `${action.count === 2 ? 'double click' : 'click'} ${action.button}`
    case 'pointer.scroll':
      return 'scroll'
    case 'key.hold':
      return `hold ${action.keys.join('+')}`
    case 'key.chord':
    case 'key.text':
    case 'volume.set':
    case 'volume.step':
    case 'volume.mute':
    case 'media':
    case 'launch':
    case 'project.switch':
    case 'mode':
      return effectWords(action)
  }
}
