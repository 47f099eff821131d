import { wordsOf } from './words-of.ts'

export const stateWords = wordsOf('state')
