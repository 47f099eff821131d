import { windowWords } from '../../../contract/words/window-words.ts'
import { practiceEnglish } from './words.en.ts'

export const practiceWords = windowWords('practice', practiceEnglish)
