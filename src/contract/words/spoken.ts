import { catalogueIn, inLanguages, type Language, type SpokenLanguage } from './language.ts'
import { german } from './de/german.ts'
import { english } from './en/english.ts'
import type { OtherLanguage } from './other-language.ts'

type OtherLanguages = Readonly<Record<Exclude<Language, 'en'>, OtherLanguage>>

/** Every language but English, which sentences are written in. A line for each. */
const others: OtherLanguages = { de: german }

const catalogues = { en: english, ...others }

/** What is said in every process, in the language spoken here. */
export const spoken = inLanguages(catalogues)

export const spokenIn = (language: SpokenLanguage): typeof spoken =>
  catalogueIn(catalogues, language)

/** The template in that language. What is not known stays as it came: it is verbatim, or of another version of Beckon. */
export function templateIn(language: keyof OtherLanguages, template: string): string {
  const sentences: Readonly<Record<string, string>> = others[language].sentences
  return Object.hasOwn(sentences, template) ? (sentences[template] ?? template) : template
}
