import { NONE, type ClassifierEntry } from '../../core/classifier/classifier.ts'
import { classifiers } from '../../core/classifier/registry.ts'
import { SIGN_LETTERS } from '../../core/classifier/sign-letters.ts'
import { spelledWord } from '../../core/gesture/spelled-words.ts'
import type { GestureId } from '../../core/gesture/gesture-event.ts'

/** The gestures of one classifier. */
export interface GestureFamily {
  readonly classifier: string
  readonly of: ClassifierEntry['of']
  readonly gestures: readonly GestureId[]
}

/** Every gesture that there is, in the order in which they are looked for. */
export const gestureFamilies: readonly GestureFamily[] = classifiers.map(({ id, of, labels }) => ({
  classifier: id,
  of,
  gestures: labels.filter((label) => label !== NONE).map((label): GestureId => `${id}.${label}`),
}))

/** The gesture of this id, if there is one. */
export function gestureById(id: string): GestureId | undefined {
  return gestureFamilies.flatMap(({ gestures }) => gestures).find((gesture) => gesture === id)
}

/** A whole body makes it: there is no hand to choose. */
export const isOfBody = (gesture: string): boolean =>
  gestureFamilies.some(
    ({ classifier, of }) => of === 'body' && classifierOf(gesture) === classifier,
  )

/** A word needs the classifier of its letters. */
export const classifierOf = (gesture: string): string =>
  spelledWord(gesture) === undefined ? (gesture.split('.')[0] ?? '') : SIGN_LETTERS
