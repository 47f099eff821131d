import { inLanguages } from '../../contract/words/language.ts'
import { calibrationGerman } from './words.de.ts'
import { calibrationEnglish } from './words.en.ts'

export const calibrationWords = inLanguages({ en: calibrationEnglish, de: calibrationGerman })
