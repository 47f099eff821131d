import { wordsOf } from './words-of.ts'

export const bodyWords = wordsOf('body')
