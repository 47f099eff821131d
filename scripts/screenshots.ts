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
  '': { width: 1280, height: 800 },
  '-small': { width: 900, height: 600 },
  /** What is left of a common window at 200 % zoom. */
  '-zoomed': { width: 640, height: 400 },
} as const
const LOOKS = {
  '': { colorScheme: 'light', contrast: 'no-preference' },
  '-dark': { colorScheme: 'dark', contrast: 'no-preference' },
  '-contrast': { colorScheme: 'light', contrast: 'more' },
} as const
/** The pages by their place in the address, and what is there once they are drawn. */
const PAGES: Readonly<Record<string, string>> = {
  projects: 'New project',
  gestures: 'Open palm, held',
  practice: 'Start practising',
  setup: 'Step 7 of 7',
  pointing: 'Start the test',
  shadow: 'Start counting',
  diagnostics: 'Where the time goes',
  settings: 'Privacy',
}

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
    LANG: 'C.UTF-8',
    BECKON_CHROMIUM_FLAGS: `--remote-debugging-port=${DEBUG_PORT} --force-device-scale-factor=1`,
  },
})
try {
  mkdirSync(join(DOCS, 'pages'), { recursive: true })
  const page = await openPage()
  await page.getByRole('button', { name: 'Leave the setup' }).click({ timeout: 60_000 })
  for (const [name, said] of Object.entries(PAGES)) {
    await page.evaluate(`location.hash = '/${name}'`)
    await page.getByText(said).first().waitFor({ timeout: 30_000 })
    // The hands are drawn one after another, without a graphics card for seconds.
    if (name === 'gestures') await page.locator('main li img').nth(9).waitFor()
    // A step that waits for somebody to point, which the demo hand cannot do in here.
    if (name === 'setup') {
      await page.getByRole('list', { name: 'Steps' }).getByText('Point', { exact: true }).click()
      await page.getByText('Move the pointer over the three dots').waitFor()
    }
    await shootPage(page, name)
  }
  await page.evaluate("location.hash = '/projects'")
  await page.getByRole('button', { name: 'Edit Desktop' }).click()
  await page
    .getByRole('button', { name: /^Index pinch/i })
    .first()
    .click()
  await shootPage(page, 'project-editor')
  await page.evaluate("location.hash = '/live'")
  await page.getByText('Engaged', { exact: true }).waitFor({ timeout: 120_000 })
  await shootPage(page, 'live')
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
    () =>
      chromium
        .connectOverCDP(`http://127.0.0.1:${DEBUG_PORT}`, { timeout: 5000 })
        .catch(() => undefined),
    30_000,
  )
  return until('the page', () => browser.contexts()[0]?.pages()[0])
}

/** In every look at the usual size, and in the usual look at every size. */
async function shootPage(page: Page, name: string): Promise<void> {
  for (const [look, media] of Object.entries(LOOKS)) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      if (look !== '' && size !== '') continue
      await page.emulateMedia(media)
      await page.setViewportSize(viewport)
      await shoot(page, `pages/${name}${look}${size}`)
    }
  }
  await page.emulateMedia(LOOKS[''])
  await page.setViewportSize(SIZES[''])
}

async function shoot(page: Page, name: string): Promise<void> {
  // Two frames: the canvas fits itself to the new size first.
  await page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
  )
  await page.screenshot({ path: join(DOCS, `${name}.png`) })
}
