import { windowWords } from '../../contract/words/window-words.ts'
import { projectsEnglish } from './projects-words.en.ts'

export const projectsWords = windowWords('projects', projectsEnglish)
