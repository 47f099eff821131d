import { inLanguages } from '../../contract/words/language.ts'
import { projectsGerman } from './projects-words.de.ts'
import { projectsEnglish } from './projects-words.en.ts'

export const projectsWords = inLanguages({ en: projectsEnglish, de: projectsGerman })
