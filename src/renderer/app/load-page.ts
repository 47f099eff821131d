import type { Component } from 'svelte'
import type { PageProps } from './page-props.ts'
import type { PageId } from './pages.ts'

/** Live is part of the window from the start; every other page is fetched when it is first looked at. */
export type LazyPageId = Exclude<PageId, 'live'>
type Page = Component<PageProps>

const PAGES: Readonly<Record<LazyPageId, () => Promise<{ readonly default: Page }>>> = {
  projects: () => import('../pages/projects/Projects.svelte'),
  gestures: () => import('../pages/gestures/Gestures.svelte'),
  practice: () => import('../pages/practice/Practice.svelte'),
  body: () => import('../pages/body/BodyPage.svelte'),
  videos: () => import('../pages/videos/Videos.svelte'),
  setup: () => import('../pages/setup/Setup.svelte'),
  pointing: () => import('../pages/pointing/Pointing.svelte'),
  shadow: () => import('../pages/shadow/Shadow.svelte'),
  diagnostics: () => import('../pages/diagnostics/Diagnostics.svelte'),
  settings: () => import('../pages/settings/Settings.svelte'),
}

export async function loadPage(page: LazyPageId): Promise<Page> {
  return (await PAGES[page]()).default
}
