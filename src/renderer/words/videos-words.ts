import { inLanguages } from '../../contract/language.ts'
import { videosGerman } from './de/videos.ts'
import { videosEnglish } from './en/videos.ts'

export const videosWords = inLanguages({ en: videosEnglish, de: videosGerman })
