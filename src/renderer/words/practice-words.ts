import { wordsOf } from './words-of.ts'

export const practiceWords = wordsOf('practice')
