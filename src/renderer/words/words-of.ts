import { inLanguages, type Catalogues, type Said } from '../../contract/language.ts'
import { german } from './de/german.ts'
import { english } from './en/english.ts'

/** What the pages say, in every language. A line for each. */
const catalogues: Catalogues<typeof english> = { en: english, de: german }

const spoken = inLanguages(catalogues)
type Page = keyof typeof english

/** What one page says: what is read of it is what is spoken at that time. */
export function wordsOf<Name extends Page>(page: Name): Said<(typeof english)[Name]> {
  const handler: ProxyHandler<object> = {
    get: (_english, key): unknown => Reflect.get(spoken[page], key),
  }
  return asWords<Name>(new Proxy<object>(english[page], handler))
}

// The proxy has what the page's catalogue has.
const asWords = <Name extends Page>(words: object): Said<(typeof english)[Name]> =>
  words as Said<(typeof english)[Name]>
