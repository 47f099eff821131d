import { LANGUAGES, type Language, type OtherLanguageId } from './languages.ts'
import { pseudoWords } from './pseudo.ts'
import type { Said } from './said.ts'

/** English, longer and marked: it shows what no catalogue has and what has no room. For tests and developers, who set it in settings.json. */
export const PSEUDO = 'en-x-pseudo'
export type SpokenLanguage = Language | typeof PSEUDO

/** The first of the wanted that Beckon speaks, whatever the region (`de-AT` is `de`); English when it speaks none. */
export function languageFor(wanted: readonly (string | undefined)[]): SpokenLanguage {
  for (const tag of wanted) {
    if (tag === PSEUDO) return PSEUDO
    const base = tag?.toLowerCase().split(/[-_]/)[0]
    const known = LANGUAGES.find((one) => one === base)
    if (known) return known
  }
  return 'en'
}

let source: () => SpokenLanguage = () => 'en'

/** What is spoken in this process from now on: asked anew for every word, so that a change is seen at once. */
export function speakWith(language: () => SpokenLanguage): void {
  source = language
}

export const spokenLanguage = (): SpokenLanguage => source()

/** One catalogue in every language. A language that lacks a word does not compile. */
export type Catalogues<Words> = { readonly en: Words } & {
  readonly [Other in OtherLanguageId]: Said<Words>
}

export function catalogueIn<Words extends object>(
  catalogues: Catalogues<Words>,
  language: SpokenLanguage,
): Said<Words> {
  if (language === PSEUDO) return asSaid<Words>(pseudoWords(catalogues.en))
  return asSaid<Words>(catalogues[language])
}

/** What is read of it is what is spoken at that time. Read it where it is shown, not while a module loads. */
export function inLanguages<Words extends object>(catalogues: Catalogues<Words>): Said<Words> {
  const handler: ProxyHandler<object> = {
    get: (_english, key): unknown => Reflect.get(catalogueIn(catalogues, source()), key),
  }
  return asSaid<Words>(new Proxy<object>(catalogues.en, handler))
}

/** A part of what is spoken, and like the whole: what is read of it is what is spoken at that time. */
export function partOf<Part extends string, Whole extends Readonly<Record<Part, object>>>(
  spoken: Whole,
  part: Part,
): Whole[Part] {
  return new Proxy(spoken[part], {
    get: (_then, key): unknown => Reflect.get(spoken[part], key),
  })
}

// Every catalogue has the places of the English one; the type is the place's, not the word's.
const asSaid = <Words>(words: object): Said<Words> => words as Said<Words>
