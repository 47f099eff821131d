import { inLanguages } from '../../contract/language.ts'
import { pointingGerman } from './de/pointing.ts'
import { pointingEnglish } from './en/pointing.ts'

export const pointingWords = inLanguages({ en: pointingEnglish, de: pointingGerman })
