import { inLanguages } from '../../contract/language.ts'
import { settingsGerman } from './de/settings.ts'
import { settingsEnglish } from './en/settings.ts'

export const settingsWords = inLanguages({ en: settingsEnglish, de: settingsGerman })
