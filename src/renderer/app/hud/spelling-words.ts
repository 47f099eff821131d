import { windowWords } from '../../../contract/words/window-words.ts'
import { spellingEnglish } from './spelling-words.en.ts'

export const spellingWords = windowWords('spelling', spellingEnglish)
