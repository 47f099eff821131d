import { inLanguages } from '../../../contract/words/language.ts'
import { anglesGerman } from './angle-words.de.ts'
import { anglesEnglish } from './angle-words.en.ts'

export const angleWords = inLanguages({ en: anglesEnglish, de: anglesGerman })
