import { inLanguages } from '../../contract/language.ts'
import { diagnosticsGerman } from './de/diagnostics.ts'
import { diagnosticsEnglish } from './en/diagnostics.ts'

export const diagnosticsWords = inLanguages({ en: diagnosticsEnglish, de: diagnosticsGerman })
