import { inLanguages, partOf, type Catalogues } from '../../contract/language.ts'
import { german } from './de/german.ts'
import { english } from './en/english.ts'

/** What the pages say, in every language. A line for each. */
const catalogues: Catalogues<typeof english> = { en: english, de: german }

const spoken = inLanguages(catalogues)

/** What one page says: what is read of it is what is spoken at that time. */
export const wordsOf = <Page extends keyof typeof english>(page: Page): (typeof spoken)[Page] =>
  partOf(spoken, page)
