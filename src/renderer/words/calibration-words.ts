import { inLanguages } from '../../contract/language.ts'
import { calibrationGerman } from './de/calibration.ts'
import { calibrationEnglish } from './en/calibration.ts'

export const calibrationWords = inLanguages({ en: calibrationEnglish, de: calibrationGerman })
