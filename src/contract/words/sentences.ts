import type { germanSentences } from './de/sentences/german-sentences.ts'

/** Every sentence that may be said. German is the one that is written along with the English; the others follow it. */
export type KnownTemplate = keyof typeof germanSentences

/**
 * Every sentence in one language. `{}` is a gap of the English, in its order; where a language needs another order, `{1}`
 * is the first, and so on.
 */
export type Sentences = Readonly<Record<KnownTemplate, string>>
