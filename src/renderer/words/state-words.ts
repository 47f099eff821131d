import { inLanguages } from '../../contract/language.ts'
import { stateGerman } from './de/state.ts'
import { stateEnglish } from './en/state.ts'

export const stateWords = inLanguages({ en: stateEnglish, de: stateGerman })
