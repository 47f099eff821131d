import { inLanguages } from '../../contract/language.ts'
import { actionFormGerman } from './de/action.ts'
import { actionFormEnglish } from './en/action.ts'

export const actionFormWords = inLanguages({ en: actionFormEnglish, de: actionFormGerman })
