import { windowWords } from '../../../contract/words/window-words.ts'
import { intakeEnglish } from './intake-words.en.ts'

export const intakeWords = windowWords('intake', intakeEnglish)
