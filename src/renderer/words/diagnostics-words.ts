import { wordsOf } from './words-of.ts'

export const diagnosticsWords = wordsOf('diagnostics')
