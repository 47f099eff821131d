import { windowWords } from '../../../contract/words/window-words.ts'
import { gesturesEnglish } from './words.en.ts'

export const gesturesWords = windowWords('gestures', gesturesEnglish)
