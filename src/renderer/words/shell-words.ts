import { inLanguages } from '../../contract/language.ts'
import { shellGerman } from './de/shell.ts'
import { shellEnglish } from './en/shell.ts'

export const shellWords = inLanguages({ en: shellEnglish, de: shellGerman })
