import { inLanguages } from '../../../contract/words/language.ts'
import { bodyGerman } from './words.de.ts'
import { bodyEnglish } from './words.en.ts'

export const bodyWords = inLanguages({ en: bodyEnglish, de: bodyGerman })
