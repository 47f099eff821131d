import Video from '@lucide/svelte/icons/video'
import LayoutGrid from '@lucide/svelte/icons/layout-grid'
import Hand from '@lucide/svelte/icons/hand'
import BookA from '@lucide/svelte/icons/book-a'
import PersonStanding from '@lucide/svelte/icons/person-standing'
import Film from '@lucide/svelte/icons/film'
import Sparkles from '@lucide/svelte/icons/sparkles'
import Crosshair from '@lucide/svelte/icons/crosshair'
import Ghost from '@lucide/svelte/icons/ghost'
import Activity from '@lucide/svelte/icons/activity'
import Settings from '@lucide/svelte/icons/settings'
import { windowWords } from '../../contract/words/window-words.ts'
import type { PageEntry } from './page-entry.ts'

/** Live is part of the window from the start. */
const live: Omit<PageEntry<'live'>, 'load'> = { id: 'live', icon: Video, title: 'Live' }

const page = <Id extends string>(
  id: Id,
  icon: PageEntry<Id>['icon'],
  title: string,
  load: PageEntry<Id>['load'],
): PageEntry<Id> => ({ id, icon, title, load })

/** Every page of the window, in the order of the rail. Setup and what follows are about Beckon, not about control. */
export const PAGES = [
  live,
  page('projects', LayoutGrid, 'Projects', () => import('../pages/projects/Projects.svelte')),
  page('gestures', Hand, 'Gestures', () => import('../pages/gestures/Gestures.svelte')),
  page('practice', BookA, 'Practice', () => import('../pages/practice/Practice.svelte')),
  page('body', PersonStanding, 'Body', () => import('../pages/body/BodyPage.svelte')),
  page('videos', Film, 'Videos', () => import('../pages/videos/Videos.svelte')),
  page('setup', Sparkles, 'Setup', () => import('../pages/setup/Setup.svelte')),
  page('pointing', Crosshair, 'Pointing test', () => import('../pages/pointing/Pointing.svelte')),
  page('shadow', Ghost, 'Shadow mode', () => import('../pages/shadow/Shadow.svelte')),
  page(
    'diagnostics',
    Activity,
    'Diagnostics',
    () => import('../pages/diagnostics/Diagnostics.svelte'),
  ),
  page('settings', Settings, 'Settings', () => import('../pages/settings/Settings.svelte')),
] as const

export type Page = (typeof PAGES)[number]
export type PageId = Page['id']
export type LazyPage = Exclude<Page, typeof live>

const titles = Object.fromEntries(PAGES.map(({ id, title }) => [id, title]))

/** What each page is called, in the language spoken here. */
export const pageTitles = windowWords('pages', titles as Readonly<Record<PageId, string>>)

/** The page that an address names after its `#/`; Live when it names none that there is. */
export const pageOfHash = (hash: string): Page => PAGES.find(({ id }) => hash === `#/${id}`) ?? live
