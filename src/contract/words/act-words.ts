import type { Action, ActionKind, ActionOf } from '../../core/action/action.ts'
import type { EffectKind } from '../../core/action/effect.ts'
import type { GestureHand } from '../../core/gesture/gesture-event.ts'
import { partOf, spokenLanguage, type SpokenLanguage } from './language.ts'
import type { ActionsSaid, EffectsSaid, ShownEffect, ShownEffectOf } from './acts.ts'
import type { ClassifierWords } from './gestures.ts'
import { spoken, spokenIn } from './spoken.ts'

/** A gesture id as people say it: `pinch.index` is "index pinch". Unknown ids keep their label. */
export function gestureWords(gesture: string, language: SpokenLanguage = spokenLanguage()): string {
  const [classifier = '', label = ''] = gesture.split('.')
  const words = spokenIn(language).gestures
  return words.gesture(classifier, label) ?? (label === '' ? classifier : label)
}

/** Why something was done: the gesture and the hand that made it. */
export function causeWords(
  cause: string,
  hand?: GestureHand,
  language: SpokenLanguage = spokenLanguage(),
): string {
  const { causes, hands }: { causes: Readonly<Record<string, string>>; hands: HandWords } =
    spokenIn(language).gestures
  const words = causes[cause] ?? gestureWords(cause, language)
  return hand === undefined ? words : `${words}, ${hands[hand]}`
}
type HandWords = Readonly<Record<GestureHand, string>>

export const handWords = (hand: GestureHand): string => spoken.gestures.hands[hand]

/** An effect as people say it, for example "click left" or "scroll down 3". */
export const effectWords = (
  effect: ShownEffect,
  language: SpokenLanguage = spokenLanguage(),
): string => saidOfEffect(spokenIn(language).effects, effect.kind, effect)

const saidOfEffect = <Kind extends EffectKind>(
  effects: EffectsSaid,
  kind: Kind,
  effect: ShownEffectOf<Kind>,
): string => effects[kind](effect)

/** What a binding does, as people say it. */
export const actionWords = (action: Action): string =>
  saidOfAction(spoken.actions, action.kind, action)

const saidOfAction = <Kind extends ActionKind>(
  actions: ActionsSaid,
  kind: Kind,
  action: ActionOf<Kind>,
): string => actions[kind].does(action)

/** What an action is called where one is chosen. */
export const actionTitle = (kind: ActionKind): string => spoken.actions[kind].title

/** What people choose about an action, where they edit it. */
export const actionFieldWords = partOf(spoken, 'actionFields')

/** The name of a classifier. */
export const classifierTitle = (classifier: string): string => wordsOf(classifier)?.title ?? ''

/** What an option of a classifier sets. */
export const optionTitle = (classifier: string, option: string): string =>
  wordsOf(classifier)?.options?.[option] ?? ''

function wordsOf(classifier: string): ClassifierWords | undefined {
  const words: Readonly<Record<string, ClassifierWords>> = spoken.gestures.classifiers
  return words[classifier]
}

/** What may be chosen of a classifier's option. */
export function choiceWords(choice: string): string {
  const words: Readonly<Record<string, string>> = spoken.gestures.choices
  return words[choice] ?? choice
}
