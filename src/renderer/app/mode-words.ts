import type { AppState } from '../../contract/channels/app-state.ts'
import { translate } from '../../contract/words/translate.ts'
import { stateWords as words } from './state-words.ts'

/** The state in one glance: a word, a shape and a sentence. */
export interface ModeWords {
  readonly word: string
  readonly shape: 'full' | 'ring' | 'bars' | 'cross'
  readonly reason: string
}

export function modeWords(state: AppState | undefined, isConnected: boolean): ModeWords {
  const { modes, reasons } = words
  if (!isConnected) return { word: modes.stopped, shape: 'cross', reason: reasons.stopped }
  if (!state) return { word: modes.starting, shape: 'ring', reason: reasons.starting }
  const hint = state.hint === undefined ? undefined : translate(state.hint)
  switch (state.mode) {
    case 'paused':
      return { word: modes.paused, shape: 'bars', reason: reasons.paused }
    case 'watching':
      return { word: modes.watching, shape: 'ring', reason: hint ?? reasons.watching }
    case 'engaged': {
      const usual = state.isDryRun ? reasons.dryRun : reasons.engaged
      return { word: modes.engaged, shape: 'full', reason: hint ?? usual }
    }
  }
}
