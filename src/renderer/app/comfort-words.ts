import { inLanguages } from '../../contract/words/language.ts'
import { comfortGerman } from './comfort-words.de.ts'
import { comfortEnglish } from './comfort-words.en.ts'

export const comfortWords = inLanguages({ en: comfortEnglish, de: comfortGerman })
