import { wordsOf } from './words-of.ts'

export const spellingWords = wordsOf('spelling')
