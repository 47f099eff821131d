import { inLanguages } from '../../../contract/words/language.ts'
import { practiceGerman } from './words.de.ts'
import { practiceEnglish } from './words.en.ts'

export const practiceWords = inLanguages({ en: practiceEnglish, de: practiceGerman })
