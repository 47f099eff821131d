import { inLanguages } from '../../../contract/words/language.ts'
import { spellingGerman } from './spelling-words.de.ts'
import { spellingEnglish } from './spelling-words.en.ts'

export const spellingWords = inLanguages({ en: spellingEnglish, de: spellingGerman })
