import { windowWords } from '../../contract/words/window-words.ts'
import { shellEnglish } from './shell-words.en.ts'

export const shellWords = windowWords('shell', shellEnglish)
