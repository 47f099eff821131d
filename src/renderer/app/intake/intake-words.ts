import { inLanguages } from '../../../contract/words/language.ts'
import { intakeGerman } from './intake-words.de.ts'
import { intakeEnglish } from './intake-words.en.ts'

export const intakeWords = inLanguages({ en: intakeEnglish, de: intakeGerman })
