import { chromium, type Browser, type Page } from 'playwright'
import { until } from '../until.ts'

/** The flags with which the app's browser can be looked into on this port. */
export const debugFlags = (port: number): string =>
  ['--remote-allow-origins=*', `--remote-debugging-port=${port}`].join(' ')

/** The app's own page, in the browser that it has opened. */
export async function openAppPage(port: number): Promise<{ browser: Browser; page: Page }> {
  const connect = () =>
    chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 }).catch(() => undefined)
  const browser = await until('the browser', connect, 60_000)
  const page = await until('the page', () => browser.contexts()[0]?.pages()[0], 60_000)
  return { browser, page }
}
