import { chromium, type Page } from 'playwright'

export interface Target {
  readonly page: Page
  close(): Promise<void>
}

export const CHROMIUM = process.env['BECKON_CHROMIUM'] ?? '/usr/bin/chromium'

/** Another program's window over the whole display: a real browser page that tells what it was sent. */
export async function openTarget(
  display: string,
  html: string,
  size = { width: 1280, height: 800 },
): Promise<Target> {
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    headless: false,
    env: { ...process.env, DISPLAY: display } as Record<string, string>,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--window-position=0,0',
      `--window-size=${size.width},${size.height}`,
      '--kiosk',
    ],
  })
  const context = await browser.newContext({ viewport: null })
  const page = await context.newPage()
  await page.setContent(html)
  await page.bringToFront()
  return { page, close: () => browser.close() }
}
