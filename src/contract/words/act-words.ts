import type { Action, ActionKind, ActionOf } from '../../core/action/action.ts'
import type { Effect, EffectKind, EffectOf } from '../../core/action/effect.ts'
import type { GestureHand } from '../../core/gesture/gesture-event.ts'
import { inLanguages, spokenLanguage, type Language } from './language.ts'
import type { ActionsSaid, EffectsSaid, GestureWords } from './acts.ts'
import { englishActions, type ActionWords } from './english-actions.ts'
import { englishGestures } from './english-gestures.ts'
import { germanActions } from './german-actions.ts'
import { germanGestures } from './german-gestures.ts'

/** What is said of acts is said in the language spoken here, or in the one that is asked for: a terminal's. */
const GESTURES: Readonly<Record<Language, GestureWords>> = {
  en: englishGestures,
  de: germanGestures,
}
const ACTIONS: Readonly<Record<Language, ActionWords>> = { en: englishActions, de: germanActions }

/** A gesture id as people say it: `pinch.index` is "index pinch". Unknown ids keep their label. */
export function gestureWords(gesture: string, language: Language = spokenLanguage()): string {
  const [classifier = '', label = ''] = gesture.split('.')
  return GESTURES[language].gesture(classifier, label) ?? (label === '' ? classifier : label)
}

/** Why something was done: the gesture and the hand that made it. */
export function causeWords(
  cause: string,
  hand?: GestureHand,
  language: Language = spokenLanguage(),
): string {
  const words = GESTURES[language].causes[cause] ?? gestureWords(cause, language)
  return hand === undefined ? words : `${words}, ${GESTURES[language].hands[hand]}`
}

export const handWords = (hand: GestureHand): string => GESTURES[spokenLanguage()].hands[hand]

/** What may be chosen of a classifier's option. */
export const choiceWords = (choice: string): string =>
  GESTURES[spokenLanguage()].choices[choice] ?? choice

/** An effect as people say it, for example "click left" or "scroll down 3". */
export const effectWords = (effect: Effect, language: Language = spokenLanguage()): string =>
  saidOfEffect(ACTIONS[language].effects, effect.kind, effect)

const saidOfEffect = <Kind extends EffectKind>(
  effects: EffectsSaid,
  kind: Kind,
  effect: EffectOf<Kind>,
): string => effects[kind](effect)

/** What a binding does, as people say it. */
export const actionWords = (action: Action): string =>
  saidOfAction(ACTIONS[spokenLanguage()].actions, action.kind, action)

const saidOfAction = <Kind extends ActionKind>(
  actions: ActionsSaid,
  kind: Kind,
  action: ActionOf<Kind>,
): string => actions[kind].does(action)

/** What an action is called where one is chosen. */
export const actionTitle = (kind: ActionKind): string =>
  ACTIONS[spokenLanguage()].actions[kind].title

/** What people choose about an action, where they edit it. */
export const actionFieldWords = inLanguages({
  en: englishActions.fields,
  de: germanActions.fields,
})
