import { inLanguages } from '../../contract/language.ts'
import { bodyGerman } from './de/body.ts'
import { bodyEnglish } from './en/body.ts'

export const bodyWords = inLanguages({ en: bodyEnglish, de: bodyGerman })
