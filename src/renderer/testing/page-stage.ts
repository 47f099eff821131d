import axe from 'axe-core'
import { mount, unmount } from 'svelte'
import { expect, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import type { AppState } from '../../contract/channels/app-state.ts'
import type { Request } from '../../contract/channels/channels.ts'
import { ok, type Result } from '../../contract/boundary/result.ts'
import { createHandInterpolation } from '../drawing/hand-interpolation.ts'
import { AppStore } from '../app/app-store.svelte.ts'
import {
  createBodyFeed,
  createFrameFeed,
  type BodyFeed,
  type FrameFeed,
} from '../app/frame-feed.ts'
import type { PageId } from '../app/pages.ts'
import App from '../app/App.svelte'
import { createMemoryEnd, type MemoryEnd } from './memory-end.ts'
import '../styles/base.css'

/** All is well: engaged, one hand in view. */
export const fineState: AppState = {
  mode: 'engaged',
  project: { id: 'desktop', name: 'Desktop' },
  camera: { kind: 'live', label: 'HD Webcam', widthPx: 640, heightPx: 480 },
  tracker: { kind: 'ready', name: 'mediapipe', delegate: 'cpu' },
  handCount: 1,
  isDryRun: false,
  problems: [],
}

export interface OpenedWindow {
  readonly end: MemoryEnd
  readonly frames: FrameFeed
  readonly bodies: BodyFeed
  readonly store: AppStore
  close(): Promise<void>
}

/** What a host says that has nothing of it, for tests that do not care. */
const NOTHING_THERE: Partial<Record<Request, object>> = { readDeletedProjects: { projects: [] } }
const asObject = (value: unknown): object => value as object

/** The whole window in this browser, with the test as its host. */
export function openWindow(
  page: PageId = 'live',
  handle: (name: Request) => Result<unknown> = () => ok({}),
): OpenedWindow {
  const end = createMemoryEnd((name) => {
    const answered = handle(name)
    return answered.ok ? ok({ ...NOTHING_THERE[name], ...asObject(answered.value) }) : answered
  })
  const frames = createFrameFeed()
  const bodies = createBodyFeed()
  const target = document.createElement('div')
  target.id = 'app'
  document.body.append(target)
  document.documentElement.lang = 'en'
  location.hash = `/${page}`
  const store = new AppStore(end)
  const shown = mount(App, {
    target,
    props: { store, interpolation: createHandInterpolation(), frames, bodies },
  })
  return {
    end,
    frames,
    bodies,
    store,
    async close() {
      await unmount(shown)
      store.close()
      document.body.replaceChildren()
    },
  }
}

export async function axeViolations(): Promise<string[]> {
  const { violations: found } = await axe.run(document, {
    // The picture behind the panels is measured where it can be; nothing else is left out.
    resultTypes: ['violations'],
  })
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

interface Session {
  send(method: string, parameters: object): Promise<unknown>
}
// Vitest's type is empty until a provider fills it, which would bring Node's globals into the page's types.
const asSession = (session: unknown): Session => session as Session

/** What the user set in their system. Without motion, or axe would measure colours on their way. */
export async function prefer(
  theme: 'light' | 'dark',
  motion: 'reduce' | 'no-preference' = 'reduce',
  contrast: 'more' | 'no-preference' = 'no-preference',
): Promise<void> {
  await asSession(cdp()).send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: theme },
      { name: 'prefers-reduced-motion', value: motion },
      { name: 'prefers-contrast', value: contrast },
    ],
  })
  expect(matchMedia(`(prefers-color-scheme: ${theme})`).matches).toBe(true)
}

/** Waits until a check holds. Pages are fetched when first looked at, which takes a while on a busy machine. */
export const soon = <Result>(check: () => Result): Promise<Result> => vi.waitFor(check, 15_000)

/** What the page says, as people read it. */
export const shownText = (): string => document.body.innerText

/** A button by the words that people see, or that are said of it, whatever lies between them. */
export function buttonNamed(name: RegExp | string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((one) => {
    const words = (one.getAttribute('aria-label') ?? one.textContent).replaceAll(/\s+/g, ' ').trim()
    return typeof name === 'string' ? words === name : name.test(words)
  })
  if (!found) throw new Error(`There is no button named ${String(name)}`)
  return found
}
