import type { AppState, Progress, ShownGesture } from '../../contract/app-state.ts'
import { gestureWords } from '../../contract/words.ts'

/** What the HUD says, in the window and in the overlay alike. */
export interface Hud {
  readonly title: string
  /** Which hand, how sure; or why nothing happens. */
  readonly detail: string
  /** 0..1, how full the ring is. */
  readonly ratio: number
  /** The gesture's confidence, where one is seen. */
  readonly score: number | undefined
}

export function hudOf(state: AppState, gesture: ShownGesture | undefined, progress: Progress): Hud {
  const ratio = progress.kind === 'none' ? 0 : progress.ratio
  if (gesture) {
    const hand = gesture.hand === 'both' ? 'both hands' : `${gesture.hand} hand`
    const detail = state.hint ?? hand
    return { title: capital(gestureWords(gesture.gesture)), detail, ratio, score: gesture.score }
  }
  return { title: quietTitle(state, progress), detail: state.hint ?? '', ratio, score: undefined }
}

function quietTitle(state: AppState, progress: Progress): string {
  if (progress.kind === 'engage') return 'Taking control'
  if (progress.kind === 'disengage') return 'Letting go'
  if (progress.kind === 'hold') return 'Hold still'
  if (state.mode === 'paused') return 'Paused'
  if (state.handCount === 0) return 'No hand in view'
  return state.handCount === 1 ? 'One hand in view' : 'Two hands in view'
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
