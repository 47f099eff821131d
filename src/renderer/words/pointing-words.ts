import { wordsOf } from './words-of.ts'

export const pointingWords = wordsOf('pointing')
