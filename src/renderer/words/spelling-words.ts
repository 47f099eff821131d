import { inLanguages } from '../../contract/language.ts'
import { spellingGerman } from './de/spelling.ts'
import { spellingEnglish } from './en/spelling.ts'

export const spellingWords = inLanguages({ en: spellingEnglish, de: spellingGerman })
