import { windowWords } from '../../../contract/words/window-words.ts'
import { bodyEnglish } from './words.en.ts'

export const bodyWords = windowWords('body', bodyEnglish)
