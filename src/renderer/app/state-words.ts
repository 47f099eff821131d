import { windowWords } from '../../contract/words/window-words.ts'
import { stateEnglish } from './state-words.en.ts'

export const stateWords = windowWords('state', stateEnglish)
