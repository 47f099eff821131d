import type { AppState } from '../../contract/app-state.ts'

/** The state in one glance: a word, a shape and a sentence. */
export interface ModeWords {
  readonly word: 'Engaged' | 'Watching' | 'Paused' | 'Starting' | 'Stopped'
  readonly shape: 'full' | 'ring' | 'bars' | 'cross'
  readonly reason: string
}

export function modeWords(state: AppState | undefined, isConnected: boolean): ModeWords {
  if (!isConnected) {
    return { word: 'Stopped', shape: 'cross', reason: 'Start Beckon again with npm start.' }
  }
  if (!state) return { word: 'Starting', shape: 'ring', reason: 'One moment.' }
  switch (state.mode) {
    case 'paused':
      return { word: 'Paused', shape: 'bars', reason: 'The camera is off.' }
    case 'watching':
      return {
        word: 'Watching',
        shape: 'ring',
        reason: state.hint ?? 'Hold up an open palm to take control.',
      }
    case 'engaged':
      return {
        word: 'Engaged',
        shape: 'full',
        reason:
          state.hint ?? (state.isDryRun ? 'Dry run: nothing is sent.' : 'Your hand is in control.'),
      }
  }
}
