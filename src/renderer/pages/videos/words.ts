import { inLanguages } from '../../../contract/words/language.ts'
import { videosGerman } from './words.de.ts'
import { videosEnglish } from './words.en.ts'

export const videosWords = inLanguages({ en: videosEnglish, de: videosGerman })
