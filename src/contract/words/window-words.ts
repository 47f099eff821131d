import { germanWindow } from './de/window/german-window.ts'
import { inLanguages, type Catalogues } from './language.ts'
import type { OtherLanguageId } from './languages.ts'
import type { Said } from './said.ts'

/**
 * What the window says, part by part. The English words stand beside the part that shows them; German is written along with
 * them, and the other languages follow it.
 */
export type WindowTranslation = Said<typeof germanWindow>

/** A line for each language. Here and not with the rest of it, because only the window says it. */
const translations: Readonly<Record<OtherLanguageId, WindowTranslation>> = { de: germanWindow }

/** Resolves to `never` where the translations lack a word that the English has. */
type Translated<Part extends keyof WindowTranslation, English> =
  WindowTranslation[Part] extends Said<English> ? English : never

/** The words of one part of the window, in the language spoken when they are read. */
export function windowWords<Part extends keyof WindowTranslation, English extends object>(
  part: Part,
  english: English & Translated<Part, English>,
): Said<English> {
  const others = Object.entries(translations).map(([id, words]) => [id, words[part]] as const)
  // Every translation has this part, and the part every word: `Translated` has seen to it.
  const catalogues = { en: english, ...Object.fromEntries(others) } as unknown
  return inLanguages(catalogues as Catalogues<English>)
}
