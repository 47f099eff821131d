import type { Said } from './said.ts'
import type { english } from './en/english.ts'
import type { Sentences } from './sentences.ts'

/** All that a language has to have here: the words that English has, and a translation of every sentence. */
export type OtherLanguage = Said<typeof english> & { readonly sentences: Sentences }
