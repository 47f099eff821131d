import { windowWords } from '../../../contract/words/window-words.ts'
import { diagnosticsEnglish } from './words.en.ts'

export const diagnosticsWords = windowWords('diagnostics', diagnosticsEnglish)
