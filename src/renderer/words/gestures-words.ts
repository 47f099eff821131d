import { inLanguages } from '../../contract/language.ts'
import { gesturesGerman } from './de/gestures.ts'
import { gesturesEnglish } from './en/gestures.ts'

export const gesturesWords = inLanguages({ en: gesturesEnglish, de: gesturesGerman })
