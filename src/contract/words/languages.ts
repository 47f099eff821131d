import { german } from './de/german.ts'
import type { OtherLanguage } from './other-language.ts'

/**
 * Every language but English, which is what sentences are written in, by what BCP 47 calls it. One more is its folder beside this file,
 * a line here and one in `window-words.ts`; until all of it is there, nothing compiles.
 */
export const otherLanguages = { de: german } as const satisfies Readonly<
  Record<string, OtherLanguage>
>

export type OtherLanguageId = keyof typeof otherLanguages
export type Language = 'en' | OtherLanguageId

// Object.keys knows strings only; the keys of a literal are all that there are.
export const LANGUAGES = ['en', ...Object.keys(otherLanguages)] as readonly Language[]
