import { wordsOf } from './words-of.ts'

export const calibrationWords = wordsOf('calibration')
