import { inLanguages } from '../../../contract/words/language.ts'
import { settingsGerman } from './words.de.ts'
import { settingsEnglish } from './words.en.ts'

export const settingsWords = inLanguages({ en: settingsEnglish, de: settingsGerman })
