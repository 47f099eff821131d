import { wordsOf } from './words-of.ts'

export const angleWords = wordsOf('angles')
