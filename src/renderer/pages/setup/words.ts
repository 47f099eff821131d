import { windowWords } from '../../../contract/words/window-words.ts'
import { setupEnglish } from './words.en.ts'

export const setupWords = windowWords('setup', setupEnglish)
