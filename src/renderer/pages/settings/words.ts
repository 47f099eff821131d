import { windowWords } from '../../../contract/words/window-words.ts'
import { settingsEnglish } from './words.en.ts'

export const settingsWords = windowWords('settings', settingsEnglish)
