import { inLanguages } from '../../../contract/words/language.ts'
import { actionFormGerman } from './words.de.ts'
import { actionFormEnglish } from './words.en.ts'

export const actionFormWords = inLanguages({ en: actionFormEnglish, de: actionFormGerman })
