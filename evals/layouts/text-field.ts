import { chromium } from 'playwright'
import { setTimeout as wait } from 'node:timers/promises'
import { thisMachine } from '../../src/main/system/host/chromium/machine.ts'
import { findBrowser } from '../../src/main/system/host/chromium/find-browser.ts'
import { inEnglish } from '../../src/core/sentence/sentence.ts'

/** A text field in a browser of its own, as people type into. */
export interface TextField {
  /** Empties it, and puts the caret into it. */
  begin(): Promise<void>
  /** What stands in it once that is `expected`, or after a while. */
  read(expected: string): Promise<string>
  /** How often the browser was told to copy since the field was emptied. */
  copies(): Promise<number>
  close(): Promise<void>
}

const ARRIVES_WITHIN_MS = 1500
const LOOK_EVERY_MS = 10

const PAGE = `<!doctype html><meta charset="utf-8"><title>Text field</title>
<style>textarea{position:fixed;inset:0;font:20px monospace}</style><textarea id="field"></textarea>
<script>
  window.copies = 0
  addEventListener('copy', () => (window.copies += 1))
</script>`

export async function openTextField(display: string): Promise<TextField> {
  const found = findBrowser(thisMachine())
  if (!found.ok) throw new Error(inEnglish(found.problem.message))
  const browser = await chromium.launch({
    executablePath: found.value,
    headless: false,
    args: ['--no-sandbox', '--disable-gpu', '--kiosk'],
    env: { ...process.env, DISPLAY: display, LC_ALL: 'C.UTF-8' },
  })
  const page = await browser.newPage({ viewport: null })
  await page.setContent(PAGE)
  const field = page.locator('#field')
  return {
    begin: async () => {
      await field.fill('')
      await field.focus()
      await page.evaluate('window.copies = 0')
    },
    read: async (expected) => {
      const lateAtMs = performance.now() + ARRIVES_WITHIN_MS
      for (;;) {
        const text = await field.inputValue()
        if (text === expected || performance.now() > lateAtMs) return text
        await wait(LOOK_EVERY_MS)
      }
    },
    copies: () => page.evaluate<number>('window.copies'),
    close: () => browser.close(),
  }
}
