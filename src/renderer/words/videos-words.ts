import { wordsOf } from './words-of.ts'

export const videosWords = wordsOf('videos')
