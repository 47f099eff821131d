import { inLanguages } from '../../../contract/words/language.ts'
import { pointingGerman } from './words.de.ts'
import { pointingEnglish } from './words.en.ts'

export const pointingWords = inLanguages({ en: pointingEnglish, de: pointingGerman })
