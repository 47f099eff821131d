import type { Browser } from 'playwright'
import { connectToBrowser } from '../../test/support/e2e/app-page.ts'
import { until } from '../../test/support/until.ts'

/** When a browser's page first showed something (Unix epoch, ms), asked of the browser itself once it is up. */
export async function firstPaintEpochMs(
  port: number,
  isPage: (url: string) => boolean,
): Promise<number> {
  const browser = await connectToBrowser(port)
  try {
    return await until('the first picture', () => paintIn(browser, isPage), 60_000)
  } finally {
    await browser.close()
  }
}

async function paintIn(
  browser: Browser,
  isPage: (url: string) => boolean,
): Promise<number | undefined> {
  const pages = browser.contexts().flatMap((context) => context.pages())
  const page = pages.find((one) => isPage(one.url()))
  // As text: this program knows no page.
  const found = await page?.evaluate<number | null>(
    `(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]
      return paint === undefined ? null : performance.timeOrigin + paint.startTime
    })()`,
  )
  return found ?? undefined
}
