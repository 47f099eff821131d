import { inLanguages } from '../../contract/words/language.ts'
import { shellGerman } from './shell-words.de.ts'
import { shellEnglish } from './shell-words.en.ts'

export const shellWords = inLanguages({ en: shellEnglish, de: shellGerman })
