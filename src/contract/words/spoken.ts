import { english } from './en/english.ts'
import { catalogueIn, inLanguages, type SpokenLanguage } from './language.ts'
import { otherLanguages, type OtherLanguageId } from './languages.ts'

const catalogues = { en: english, ...otherLanguages }

/** What is said in every process, in the language spoken here. */
export const spoken = inLanguages(catalogues)

export const spokenIn = (language: SpokenLanguage): typeof spoken =>
  catalogueIn(catalogues, language)

/** The template in that language. What is not known stays as it came: it is verbatim, or of another version of Beckon. */
export function templateIn(language: OtherLanguageId, template: string): string {
  const sentences: Readonly<Record<string, string>> = otherLanguages[language].sentences
  return Object.hasOwn(sentences, template) ? (sentences[template] ?? template) : template
}
