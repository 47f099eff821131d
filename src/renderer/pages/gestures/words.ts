import { inLanguages } from '../../../contract/words/language.ts'
import { gesturesGerman } from './words.de.ts'
import { gesturesEnglish } from './words.en.ts'

export const gesturesWords = inLanguages({ en: gesturesEnglish, de: gesturesGerman })
