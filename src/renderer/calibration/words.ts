import { windowWords } from '../../contract/words/window-words.ts'
import { calibrationEnglish } from './words.en.ts'

export const calibrationWords = windowWords('calibration', calibrationEnglish)
