import Video from '@lucide/svelte/icons/video'
import { inLanguages, type Language } from '../../contract/words/language.ts'
import { projectsPage } from '../pages/projects/page.ts'
import { gesturesPage } from '../pages/gestures/page.ts'
import { practicePage } from '../pages/practice/page.ts'
import { bodyPage } from '../pages/body/page.ts'
import { videosPage } from '../pages/videos/page.ts'
import { setupPage } from '../pages/setup/page.ts'
import { pointingPage } from '../pages/pointing/page.ts'
import { shadowPage } from '../pages/shadow/page.ts'
import { diagnosticsPage } from '../pages/diagnostics/page.ts'
import { settingsPage } from '../pages/settings/page.ts'
import type { PageEntry } from './page-entry.ts'

/** Live is part of the window from the start. */
const live: Omit<PageEntry<'live'>, 'load'> = {
  id: 'live',
  icon: Video,
  title: { en: 'Live', de: 'Live' },
}

/** Every page of the window, in the order of the rail. Setup and what follows are about Beckon, not about control. */
export const PAGES = [
  live,
  projectsPage,
  gesturesPage,
  practicePage,
  bodyPage,
  videosPage,
  setupPage,
  pointingPage,
  shadowPage,
  diagnosticsPage,
  settingsPage,
] as const

export type Page = (typeof PAGES)[number]
export type PageId = Page['id']
export type LazyPage = Exclude<Page, typeof live>

/** What each page is called, in the language spoken here. */
export const pageTitles = inLanguages({ en: asTitles('en'), de: asTitles('de') })

/** The page that an address names after its `#/`; Live when it names none that there is. */
export const pageOfHash = (hash: string): Page => PAGES.find(({ id }) => hash === `#/${id}`) ?? live

function asTitles(language: Language): Readonly<Record<PageId, string>> {
  const titles = PAGES.map(({ id, title }) => [id, title[language]] as const)
  return Object.fromEntries(titles) as Record<PageId, string>
}
