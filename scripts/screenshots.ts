/**
 * Takes pictures of every page, in every look at every size, into docs/pages: the built app with the demo hand and somebody drawn, in a
 * real browser, on a display and a sound server of its own. Git has those that README shows.
 *
 *   npm run screenshots                      all
 *   node scripts/screenshots.ts shadow body  of what is built, only those of these
 */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
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
const PICTURES = join(ROOT, 'docs', 'pages')
const DEBUG_PORT = 9333
const FILM_FPS = 30
const FILM_S = 60
/** The chart of the rates goes back for a minute; half of it shows its form. */
const CHART_MS = 30_000
/** A video gets what the machine has left. */
const VIDEO_MS = 300_000
const asked = process.argv.slice(2)
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name)
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
/** Every page is a folder. Body is seen by another camera, and looked at by itself. */
const PAGES = readdirSync(join(ROOT, 'src', 'renderer', 'pages')).filter((name) => name !== 'body')
/** What a page says once it is drawn, where its title is there before. */
const SAID: Readonly<Record<string, string>> = {
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
mkdirSync(PICTURES, { recursive: true })
try {
  if (asked.join() !== 'body') await withApp('demo', shootPages)
  if (isAsked('body')) await withApp(await personClip(), shootBody)
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
    // The page takes its token out of the address; whoever writes into the address before locks it out.
    await page.waitForFunction("document.querySelector('nav') && !location.hash.includes('token')")
    await shootAll(page)
  } finally {
    const ended = new Promise((resolve) => app.once('exit', resolve))
    app.kill('SIGTERM')
    await ended
  }
}

async function shootPages(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Leave the setup' }).click({ timeout: 60_000 })
  for (const name of PAGES.filter(isAsked)) {
    await page.evaluate(`location.hash = '/${name}'`)
    const said = SAID[name]
    const drawn = said === undefined ? page.locator('main h1') : page.getByText(said).first()
    await drawn.waitFor({ timeout: 30_000 })
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
  for (const [name, show] of Object.entries({
    'project-editor': showEditor,
    'video-result': showVideo,
    live: showLive,
  })) {
    if (!isAsked(name)) continue
    await show(page)
    await shootPage(page, name)
  }
}

async function showEditor(page: Page): Promise<void> {
  await page.evaluate("location.hash = '/projects'")
  await page.getByRole('button', { name: 'Edit Desktop' }).click()
  await page
    .getByRole('button', { name: /^Index pinch/i })
    .first()
    .click()
}

async function showLive(page: Page): Promise<void> {
  await page.evaluate("location.hash = '/live'")
  await page.getByText('Engaged', { exact: true }).waitFor({ timeout: 120_000 })
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
  await page.getByText('Seen from the front').waitFor({ timeout: FILM_S * 1000 })
  // The plot fills while one looks.
  await page.getByText('Count anew').waitFor()
  await shootPage(page, 'body')
}

/** A film of somebody drawn, worked on and opened in the middle. */
async function showVideo(page: Page): Promise<void> {
  const film = await drawnFilm(home)
  await page.evaluate("location.hash = '/videos'")
  await page.locator('input[type=file]').setInputFiles(film)
  await page.getByRole('button', { name: 'Look at' }).click({ timeout: VIDEO_MS })
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
      await shoot(page, `${name}${look}${size}`)
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
  await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}
