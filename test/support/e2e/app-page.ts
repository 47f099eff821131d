import { chromium, type Browser, type Page } from 'playwright'
import { until } from '../until.ts'

/** The flags with which a browser can be looked into on this port. */
export const debugFlags = (port: number): readonly string[] => [
  '--remote-allow-origins=*',
  `--remote-debugging-port=${port}`,
]

/** The browser that can be looked into on this port, once it is up. */
export function connectToBrowser(port: number): Promise<Browser> {
  // It may wait for a page that is just being replaced, for ever: then once more.
  const connect = () =>
    chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 }).catch(() => undefined)
  return until('the browser', connect, 60_000)
}

/** The app's own page, in the browser that it has opened. */
export async function openAppPage(port: number): Promise<{ browser: Browser; page: Page }> {
  const browser = await connectToBrowser(port)
  // The browser comes to it by way of a file.
  const isThere = (page: Page): boolean =>
    /^http:/.test(page.url()) && !page.url().includes('/open/')
  const find = () => browser.contexts()[0]?.pages().find(isThere)
  const page = await until('the page', find, 60_000)
  return { browser, page }
}
