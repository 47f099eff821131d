import type { Component } from 'svelte'
import type { PageProps } from './page-props.ts'

/** What the window knows of a page before it is looked at. The page itself is fetched when it is. */
export interface PageEntry<Id extends string> {
  /** Its place in the address, after `#/`. */
  readonly id: Id
  /** Of Lucide's. */
  readonly icon: Component<{ size?: number; strokeWidth?: number; 'aria-hidden'?: 'true' }>
  /** What the rail and the window's title call it, in English. */
  readonly title: string
  readonly load: () => Promise<{ readonly default: Component<PageProps> }>
}
