import { wordsOf } from './words-of.ts'

export const actionFormWords = wordsOf('action')
