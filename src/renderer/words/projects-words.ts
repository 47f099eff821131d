import { wordsOf } from './words-of.ts'

export const projectsWords = wordsOf('projects')
