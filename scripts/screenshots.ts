/**
 * Takes the pictures of docs/: the built app with the demo hand and somebody drawn, in a real browser, on a display and a sound server of its
 * own. `npm run screenshots`
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { ANNA, drawPeople } from '../test/support/drawn-people.ts'
import { drawnFilm } from '../test/support/drawn-film.ts'
import { debugFlags, openAppPage } from '../test/support/e2e/app-page.ts'
import { startPulse } from '../test/support/pulse.ts'
import { until } from '../test/support/until.ts'
import { startX } from '../test/support/x11.ts'

const ROOT = join(import.meta.dirname, '..')
const DOCS = join(ROOT, 'docs')
const DEBUG_PORT = 9333
const FILM_FPS = 30
const FILM_S = 60
/** The chart of the rates goes back for a minute; half of it shows its form. */
const CHART_MS = 30_000
/** `node scripts/screenshots.ts body` takes only those of the page that wants another camera. */
const isBodyAlone = process.argv[2] === 'body'
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
  videos: 'Choose videos',
  setup: 'Step 7 of 7',
  pointing: 'Start the test',
  shadow: 'Start counting',
  diagnostics: 'Where the time goes',
  settings: 'Privacy',
}

const display = await startX()
const sound = await startPulse()
const home = mkdtempSync(join(tmpdir(), 'beckon-screenshots-'))
mkdirSync(join(DOCS, 'pages'), { recursive: true })
try {
  if (!isBodyAlone) await withApp('demo', shootPages)
  await withApp(await personClip(), shootBody)
} finally {
  await sound.close()
  await display.close()
  rmSync(home, { recursive: true, force: true, maxRetries: 5 })
}

/** The built app with this camera, while somebody takes pictures of it. */
async function withApp(camera: string, shootAll: (page: Page) => Promise<void>): Promise<void> {
  const app = spawn(process.execPath, ['out/main/headless.js', '--camera', camera], {
    cwd: ROOT,
    stdio: 'ignore',
    env: {
      ...process.env,
      ...sound.env,
      DISPLAY: display.name,
      BECKON_HOME: home,
      LANG: 'C.UTF-8',
      BECKON_CHROMIUM_FLAGS: [...debugFlags(DEBUG_PORT), '--force-device-scale-factor=1'].join(' '),
    },
  })
  try {
    const { page } = await openAppPage(DEBUG_PORT)
    await shootAll(page)
  } finally {
    const ended = new Promise((resolve) => app.once('exit', resolve))
    app.kill('SIGTERM')
    await ended
  }
}

async function shootPages(page: Page): Promise<void> {
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
    if (name === 'diagnostics') await untilFilled(page)
    await shootPage(page, name)
  }
  await page.evaluate("location.hash = '/projects'")
  await page.getByRole('button', { name: 'Edit Desktop' }).click()
  await page
    .getByRole('button', { name: /^Index pinch/i })
    .first()
    .click()
  await shootPage(page, 'project-editor')
  await showVideo(page)
  await shootPage(page, 'video-result')
  await page.evaluate("location.hash = '/live'")
  await page.getByText('Engaged', { exact: true }).waitFor({ timeout: 120_000 })
  await shootPage(page, 'live')
}

/** Charts and histograms begin when one looks; the checks ask around for some seconds. */
async function untilFilled(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check again' }).and(page.locator(':enabled')).waitFor()
  await until(
    'the histograms',
    async () => (await page.getByText('nothing yet').count()) === 0,
    60_000,
  )
  await page.waitForTimeout(CHART_MS)
}

/** Somebody drawn, who lifts an arm now and then. A film that stands still would be taken for a camera that hangs. */
async function personClip(): Promise<string> {
  const clip = join(home, 'person.mp4')
  const [down, up] = await Promise.all([
    drawPeople({ ...ANNA, x: 320 }),
    drawPeople({ ...ANNA, x: 320, arms: 'up' }),
  ])
  const second = (picture: Buffer): Buffer[] => Array<Buffer>(FILM_FPS).fill(picture)
  const film = Array.from({ length: FILM_S / 2 }, () => [...second(down), ...second(up)]).flat()
  execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-f', 'mjpeg', '-framerate', String(FILM_FPS), '-i', '-'],
      ...['-pix_fmt', 'yuv420p', clip],
    ],
    { input: Buffer.concat(film) },
  )
  return clip
}

async function shootBody(page: Page): Promise<void> {
  await page.evaluate("location.hash = '/body'")
  await page.getByText('Seen from the front').waitFor({ timeout: 60_000 })
  // The plot fills while one looks.
  await page.getByText('Count anew').waitFor()
  await shootPage(page, 'body')
}

/** A film of somebody drawn, worked on and opened in the middle. */
async function showVideo(page: Page): Promise<void> {
  const film = await drawnFilm(home)
  await page.evaluate("location.hash = '/videos'")
  await page.locator('input[type=file]').setInputFiles(film)
  await page.getByRole('button', { name: 'Look at' }).click({ timeout: 60_000 })
  await page.getByLabel('Angle').selectOption({ label: 'Shoulders' })
  await page.getByRole('slider').fill('25')
  await page.locator('section video').evaluate(`async (video) => {
    while (video.readyState < 2 || video.seeking) await new Promise((next) => setTimeout(next, 50))
  }`)
}

/** In every look at every size. */
async function shootPage(page: Page, name: string): Promise<void> {
  for (const [look, media] of Object.entries(LOOKS)) {
    for (const [size, viewport] of Object.entries(SIZES)) {
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
