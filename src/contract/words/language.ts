/** The languages that Beckon speaks, as BCP 47 names them. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** The first of the wanted that Beckon speaks, whatever the region (`de-AT` is `de`); English when it speaks none. */
export function languageFor(wanted: readonly (string | undefined)[]): Language {
  for (const tag of wanted) {
    const base = tag?.toLowerCase().split(/[-_]/)[0]
    const known = LANGUAGES.find((one) => one === base)
    if (known) return known
  }
  return 'en'
}

let source: () => Language = () => 'en'

/** What is spoken in this process from now on: asked anew for every word, so that a change is seen at once. */
export function speakWith(language: () => Language): void {
  source = language
}

export const spokenLanguage = (): Language => source()

/** Words of the same places in any language: strings for strings, and what takes something to make one. */
export type Said<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Words]: Said<Words[Key]> }

/**
 * One catalogue in every language: what is read of it is what is spoken at that time. A language that lacks a word does
 * not compile. Read it where it is shown, not while a module loads.
 */
export function inLanguages<Words extends object>(catalogues: {
  readonly en: Words
  readonly de: Said<Words>
}): Said<Words> {
  const handler: ProxyHandler<object> = {
    get: (_english, key): unknown => Reflect.get(catalogues[source()], key),
  }
  return asSaid<Words>(new Proxy<object>(catalogues.en, handler))
}

// The proxy has what the catalogues have; its type is the place's, not the word's.
const asSaid = <Words>(words: object): Said<Words> => words as Said<Words>
