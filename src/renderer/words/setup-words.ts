import { wordsOf } from './words-of.ts'

export const setupWords = wordsOf('setup')
