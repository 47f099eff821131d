import { inLanguages } from '../../contract/language.ts'
import { projectsGerman } from './de/projects.ts'
import { projectsEnglish } from './en/projects.ts'

export const projectsWords = inLanguages({ en: projectsEnglish, de: projectsGerman })
