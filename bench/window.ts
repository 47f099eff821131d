import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '../src/node/free-port.ts'
import { startBeckon, type Beckon } from '../test/e2e/support/beckon.ts'
import { fakeWebcam } from '../test/support/camera-clip.ts'
import { until } from '../test/support/until.ts'
import { ended, missingPrograms, startX } from '../test/support/x11.ts'
import { handPictures } from './letters/service.ts'
import { cpuSecondsOf } from './tracker/process-tree.ts'
import { openPageTransport, type PageTransport } from './window/page-transport.ts'

/*
 * What the window costs beyond tracking, as shares of one core, in the Chromium host on a screen of its own: the Live page open,
 * and minimised. The camera is a webcam of 30 pictures a second to the browser, and shows a hand that moves.
 * `npm run bench -- window`
 *
 * Two measures. All of Beckon's processes together, compared in each round with the same, minimised, and everything taken out of
 * the page that people see; these differ by more than a hidden window costs, for the machine has other things to do. And what
 * the page's own thread works: tracking is in workers, so all that it does, but for passing hands on, is the window's.
 */
const ROUNDS = 5
const WATCHED_S = 10
const SETTLE_MS = 3000
const PERIODS = 4

const missing = missingPrograms('Xvfb', 'chromium', 'openbox', 'xdotool')
if (missing.length > 0) throw new Error(`bench window needs ${missing.join(', ')}`)
const scratch = mkdtempSync(join(tmpdir(), 'beckon-window-'))
const display = await startX()
const manager: ChildProcess = spawn('openbox', {
  env: { ...process.env, DISPLAY: display.name },
  stdio: 'ignore',
})
const port = await freePort()
const beckon = await startBeckon({
  host: 'chromium',
  args: ['--dry-run', '--engaged'],
  env: {
    DISPLAY: display.name,
    BECKON_CHROMIUM_FLAGS: [
      ...fakeWebcam(await handVideo(scratch)),
      ...['--remote-allow-origins=*', `--remote-debugging-port=${port}`],
    ].join(' '),
  },
})
try {
  await beckon.untilEvent(
    'the tracker at work on the camera',
    ({ kind, tracker, camera }) => kind === 'state' && tracker === 'ready' && camera === 'live',
    60_000,
  )
  const page = await openPageTransport(port)
  await page.ask("location.hash = '/live'")
  report(await measure(page))
  page.close()
} finally {
  await beckon.close()
  await ended(manager, 'SIGTERM')
  await display.close()
  rmSync(scratch, { recursive: true, force: true })
}

interface Cost {
  /** Of all processes. */
  readonly percent: number
  /** Of the page's own thread. */
  readonly pagePercent: number
}

interface Round {
  readonly open: Cost
  readonly hidden: Cost
  /** Hidden, and nothing in the page that people see. */
  readonly bare: Cost
}

async function measure(page: PageTransport): Promise<readonly Round[]> {
  const window = await shownWindow()
  await page.ask("globalThis.seen = document.getElementById('app'); undefined")
  const rounds: Round[] = []
  for (let count = 0; count < ROUNDS; count += 1) {
    const open = await costOf(beckon, page)
    await minimise(page, window)
    const hidden = await costOf(beckon, page)
    await page.ask('seen.remove()')
    rounds.push({ open, hidden, bare: await costOf(beckon, page) })
    await page.ask('document.body.prepend(seen)')
    await show(page, window)
  }
  return rounds
}

function report(rounds: readonly Round[]): void {
  const all = (state: keyof Round) => ({
    percents: rounds.map((round) => round[state].percent).join(' '),
    beyondTracking: median(rounds.map((round) => round[state].percent - round.bare.percent)),
    pageThread: median(rounds.map((round) => round[state].pagePercent)),
  })
  const [open, hidden, bare] = [all('open'), all('hidden'), all('bare')]
  console.table([
    { window: 'open', ...open, bar: 15 },
    { window: 'minimised', ...hidden, bar: 1 },
    { window: 'tracking alone', ...bare, bar: '' },
  ])
  const figures = {
    windowCorePercent: open.beyondTracking,
    hiddenCorePercent: hidden.beyondTracking,
    hiddenPageThreadPercent: hidden.pageThread,
    trackingCorePercent: median(rounds.map((round) => round.bare.percent)),
  }
  console.log(JSON.stringify({ bench: 'window', figures }))
}

async function costOf({ process: { pid = 0 } }: Beckon, page: PageTransport): Promise<Cost> {
  await setTimeout(SETTLE_MS)
  const look = async () => ({
    cpuS: cpuSecondsOf([pid]),
    pageS: await page.workedS(),
    atS: performance.now() / 1000,
  })
  const before = await look()
  await setTimeout(WATCHED_S * 1000)
  const after = await look()
  const percent = (workedS: number): number => (workedS / (after.atS - before.atS)) * 100
  return {
    percent: rounded(percent(after.cpuS - before.cpuS)),
    pagePercent: percent(after.pageS - before.pageS),
  }
}

async function minimise(page: PageTransport, window: string): Promise<void> {
  await display.xdotool('windowminimize', window)
  await untilPageIs('hidden', page)
}

async function show(page: PageTransport, window: string): Promise<void> {
  await display.xdotool('windowmap', window)
  await untilPageIs('visible', page)
}

/** The browser has more windows than people see. */
async function shownWindow(): Promise<string> {
  const found = await display.xdotool('search', '--onlyvisible', '--class', 'chromium')
  return found.trim().split('\n').at(-1) ?? ''
}

function untilPageIs(state: 'hidden' | 'visible', page: PageTransport): Promise<true> {
  const look = async () => (await page.ask('document.visibilityState')) === state
  return until(`the page to be ${state}`, look, 20_000)
}

/** JPEGs one after another, which Chromium takes for a webcam. */
async function handVideo(folder: string): Promise<string> {
  const path = join(folder, 'hand.mjpeg')
  const period = await handPictures()
  writeFileSync(path, Buffer.concat(Array.from({ length: PERIODS }, () => period).flat()))
  return path
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function median(values: readonly number[]): number {
  return rounded(values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN)
}
