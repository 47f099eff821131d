import { inLanguages } from '../../contract/language.ts'
import { practiceGerman } from './de/practice.ts'
import { practiceEnglish } from './en/practice.ts'

export const practiceWords = inLanguages({ en: practiceEnglish, de: practiceGerman })
