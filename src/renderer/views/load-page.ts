import type { Component } from 'svelte'
import type { PageProps } from '../state/page-props.ts'
import type { PageId } from '../state/pages.ts'

/** Live is part of the window from the start; every other page is fetched when it is first looked at. */
export type LatePageId = Exclude<PageId, 'live'>
type Page = Component<PageProps>

const PAGES: Readonly<Record<LatePageId, () => Promise<{ readonly default: Page }>>> = {
  projects: () => import('./Projects.svelte'),
  gestures: () => import('./Gestures.svelte'),
  practice: () => import('./Practice.svelte'),
  body: () => import('./BodyPage.svelte'),
  videos: () => import('./Videos.svelte'),
  setup: () => import('./Setup.svelte'),
  pointing: () => import('./Pointing.svelte'),
  shadow: () => import('./Shadow.svelte'),
  diagnostics: () => import('./Diagnostics.svelte'),
  settings: () => import('./Settings.svelte'),
}

export async function loadPage(page: LatePageId): Promise<Page> {
  return (await PAGES[page]()).default
}
