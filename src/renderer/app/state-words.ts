import { inLanguages } from '../../contract/words/language.ts'
import { stateGerman } from './state-words.de.ts'
import { stateEnglish } from './state-words.en.ts'

export const stateWords = inLanguages({ en: stateEnglish, de: stateGerman })
