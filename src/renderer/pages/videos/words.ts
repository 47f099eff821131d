import { windowWords } from '../../../contract/words/window-words.ts'
import { videosEnglish } from './words.en.ts'

export const videosWords = windowWords('videos', videosEnglish)
