import { inLanguages } from '../../../contract/words/language.ts'
import { diagnosticsGerman } from './words.de.ts'
import { diagnosticsEnglish } from './words.en.ts'

export const diagnosticsWords = inLanguages({ en: diagnosticsEnglish, de: diagnosticsGerman })
