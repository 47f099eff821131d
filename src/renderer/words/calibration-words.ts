import { inLanguages } from '../../contract/words/language.ts'
import { calibrationGerman } from './de/calibration.ts'
import { calibrationEnglish } from './en/calibration.ts'

export const calibrationWords = inLanguages({ en: calibrationEnglish, de: calibrationGerman })
