import { wordsOf } from './words-of.ts'

export const gesturesWords = wordsOf('gestures')
