import { windowWords } from '../../../contract/words/window-words.ts'
import { anglesEnglish } from './angle-words.en.ts'

export const angleWords = windowWords('angles', anglesEnglish)
