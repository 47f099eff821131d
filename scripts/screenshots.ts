/**
 * Takes the pictures of docs/: the built app with the demo hand, in a real browser, on a display and a sound server of its
 * own. `npm run screenshots`
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { startPulse } from '../test/support/pulse.ts'
import { until } from '../test/support/until.ts'
import { startX } from '../test/support/x11.ts'

const ROOT = join(import.meta.dirname, '..')
const DOCS = join(ROOT, 'docs')
const DEBUG_PORT = 9333
const SIZES = {
  window: { width: 1280, height: 800 },
  small: { width: 900, height: 600 },
} as const

const display = await startX()
const sound = await startPulse()
const home = mkdtempSync(join(tmpdir(), 'beckon-screenshots-'))
const app = spawn(process.execPath, ['out/main/headless.js', '--camera', 'demo'], {
  cwd: ROOT,
  stdio: 'ignore',
  env: {
    ...process.env,
    ...sound.env,
    DISPLAY: display.name,
    BECKON_HOME: home,
    BECKON_CHROMIUM_FLAGS: `--remote-debugging-port=${DEBUG_PORT} --force-device-scale-factor=1`,
  },
})
try {
  mkdirSync(DOCS, { recursive: true })
  const page = await openPage()
  await page.getByText('Engaged', { exact: true }).waitFor({ timeout: 60_000 })
  // The tour's first action: from then on there is something to see in every corner.
  await page.getByText('press alt+left').first().waitFor({ timeout: 60_000 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [name, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size)
      const suffix = `${name === 'window' ? '' : `-${name}`}${colorScheme === 'dark' ? '-dark' : ''}`
      await shoot(page, `window${suffix}`)
    }
    await page.setViewportSize(SIZES.window)
    await page
      .getByRole('link', { name: 'Gestures' })
      .or(page.getByRole('button', { name: 'Gestures' }))
      .first()
      .click()
    await shoot(page, colorScheme === 'dark' ? 'gestures-dark' : 'gestures')
    await page
      .getByRole('link', { name: 'Live' })
      .or(page.getByRole('button', { name: 'Live' }))
      .first()
      .click()
  }
} finally {
  const ended = new Promise((resolve) => app.once('exit', resolve))
  app.kill('SIGTERM')
  await ended
  await sound.close()
  await display.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}

async function openPage(): Promise<Page> {
  const browser = await until(
    'the browser',
    () => chromium.connectOverCDP(`http://127.0.0.1:${DEBUG_PORT}`).catch(() => undefined),
    30_000,
  )
  return until('the page', () => browser.contexts()[0]?.pages()[0])
}

async function shoot(page: Page, name: string): Promise<void> {
  // Two frames: the canvas fits itself to the new size first.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  )
  await page.screenshot({ path: join(DOCS, `${name}.png`) })
}
