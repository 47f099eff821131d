import type { Action } from '../../core/action/action.ts'
import type { Effect } from '../../core/action/effect.ts'
import type { GestureHand } from '../../core/gesture/gesture-event.ts'
import { spokenLanguage, type Language } from './language.ts'
import type { ActWords } from './acts.ts'
import { englishActs } from './english-acts.ts'
import { germanActs } from './german-acts.ts'

/** What is said of acts is said in the language spoken here, or in the one that is asked for: a terminal's. */
const ACTS: Readonly<Record<Language, ActWords>> = { en: englishActs, de: germanActs }

/** A gesture id as people say it: `pinch.index` is "index pinch". Unknown ids keep their label. */
export function gestureWords(gesture: string, language: Language = spokenLanguage()): string {
  const [classifier = '', label = ''] = gesture.split('.')
  return ACTS[language].gesture(classifier, label) ?? (label === '' ? classifier : label)
}

/** Why something was done: the gesture and the hand that made it. */
export function causeWords(
  cause: string,
  hand?: GestureHand,
  language: Language = spokenLanguage(),
): string {
  const words = ACTS[language].causes[cause] ?? gestureWords(cause, language)
  return hand === undefined ? words : `${words}, ${ACTS[language].hands[hand]}`
}

export const handWords = (hand: GestureHand): string => ACTS[spokenLanguage()].hands[hand]

/** An effect as people say it, for example "click left" or "scroll down 3". */
export function effectWords(effect: Effect, language: Language = spokenLanguage()): string {
  return ACTS[language].effect(effect)
}

/** What a binding does, as people say it. */
export const actionWords = (action: Action): string => ACTS[spokenLanguage()].action(action)
