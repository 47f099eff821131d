import { inLanguages } from '../../contract/language.ts'
import { setupGerman } from './de/setup.ts'
import { setupEnglish } from './en/setup.ts'

export const setupWords = inLanguages({ en: setupEnglish, de: setupGerman })
