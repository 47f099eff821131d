import type { Page } from 'playwright'

/** More presses than any page has things to stop at. */
const MOST_TABS = 250

/** What has the focus, as a screen reader names it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => {
    const one = document.activeElement
    const label = one?.getAttribute('aria-label') ?? one?.labels?.[0]?.innerText ?? one?.textContent
    return (label ?? '').replace(/\\s+/g, ' ').trim()
  })()`)

/** Goes with the Tab key to what is called so. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let press = 0; press < MOST_TABS; press += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (name.test(at)) return
    passed.push(at)
  }
  throw new Error(`tabTo: ${String(name)} is not among ${[...new Set(passed)].join(' | ')}`)
}

export async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Chooses from a list by typing what the choice begins with. */
export async function choose(page: Page, list: RegExp, choice: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.type(choice)
}
