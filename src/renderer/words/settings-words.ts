import { wordsOf } from './words-of.ts'

export const settingsWords = wordsOf('settings')
