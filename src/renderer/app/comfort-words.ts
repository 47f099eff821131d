import { windowWords } from '../../contract/words/window-words.ts'
import { comfortEnglish } from './comfort-words.en.ts'

export const comfortWords = windowWords('comfort', comfortEnglish)
