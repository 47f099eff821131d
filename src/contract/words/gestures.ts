import type { GestureHand } from '../../core/gesture/gesture-event.ts'

/** What hands and bodies do, as people say it in one language. */
export interface GestureWords {
  /** A label of a classifier; undefined where it says it best itself. */
  gesture(classifier: string, label: string): string | undefined
  readonly hands: Readonly<Record<GestureHand, string>>
  /** What causes effects without being a gesture. */
  readonly causes: Readonly<Record<string, string>>
  /** Of a classifier's options: what may be chosen from a list. */
  readonly choices: Readonly<Record<string, string>>
  /** Every classifier by its id, and its options by their names. */
  readonly classifiers: Readonly<Record<string, ClassifierWords>>
}

export interface ClassifierWords {
  readonly title: string
  readonly options?: Readonly<Record<string, string>>
}
