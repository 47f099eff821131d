import { inLanguages } from '../../contract/language.ts'
import { anglesGerman } from './de/angles.ts'
import { anglesEnglish } from './en/angles.ts'

export const angleWords = inLanguages({ en: anglesEnglish, de: anglesGerman })
