import type { AppState, Progress, ShownGesture } from '../../../contract/channels/app-state.ts'
import { gestureWords, handWords } from '../../../contract/words/act-words.ts'
import { translate } from '../../../contract/words/translate.ts'
import { stateWords } from '../state-words.ts'

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
    const detail = state.hint === undefined ? handWords(gesture.hand) : translate(state.hint)
    return {
      title: capitalised(gestureWords(gesture.gesture)),
      detail,
      ratio,
      score: gesture.score,
    }
  }
  return {
    title: quietTitle(state, progress),
    detail: translate(state.hint),
    ratio,
    score: undefined,
  }
}

function quietTitle(state: AppState, progress: Progress): string {
  const words = stateWords.hud
  if (progress.kind === 'engage') return words.engaging
  if (progress.kind === 'disengage') return words.disengaging
  if (progress.kind === 'hold') return words.holding
  if (state.mode === 'paused') return stateWords.modes.paused
  if (state.handCount === 0) return words.noHand
  return state.handCount === 1 ? words.oneHand : words.twoHands
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
