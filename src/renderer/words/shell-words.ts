import { wordsOf } from './words-of.ts'

export const shellWords = wordsOf('shell')
