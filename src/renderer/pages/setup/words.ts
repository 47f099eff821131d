import { inLanguages } from '../../../contract/words/language.ts'
import { setupGerman } from './words.de.ts'
import { setupEnglish } from './words.en.ts'

export const setupWords = inLanguages({ en: setupEnglish, de: setupGerman })
