import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { startBeckon, type Beckon } from '../test/e2e/support/beckon.ts'
import { fakeWebcam } from '../test/support/camera-clip.ts'
import { until } from '../test/support/until.ts'
import { ended, missingPrograms, startX } from '../test/support/x11.ts'
import { handPictures } from './letters/service.ts'
import { cpuSecondsOf } from './tracker/process-tree.ts'
import { openPageWire, type PageWire } from './window/page-wire.ts'

/*
 * What the window costs beyond tracking, as shares of one core, of all of Beckon's processes together, in the Chromium host
 * on a screen of its own: the Live page open, and minimised, and minimised with everything taken out of the page that is not
 * tracking, which is what the other two are compared with. The camera is a webcam of 30 pictures a second to the browser,
 * and shows a hand that moves. `npm run bench -- window`
 *
 * Open and minimised take turns, and the middle of each counts: the machine has other things to do.
 */
const ROUNDS = 3
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
  const page = await openPageWire(port)
  await page.ask("location.hash = '/live'")
  report(await measure(page))
  page.close()
} finally {
  await beckon.close()
  await ended(manager, 'SIGTERM')
  await display.close()
  rmSync(scratch, { recursive: true, force: true })
}

interface Measured {
  readonly open: readonly number[]
  readonly hidden: readonly number[]
  readonly bare: readonly number[]
}

async function measure(page: PageWire): Promise<Measured> {
  const window = await shownWindow()
  const open: number[] = []
  const hidden: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    open.push(await percentOfACore(beckon))
    await minimise(page, window)
    hidden.push(await percentOfACore(beckon))
    if (round < ROUNDS - 1) await show(page, window)
  }
  await page.ask("document.getElementById('app').remove()")
  for (let round = 0; round < ROUNDS; round += 1) bare.push(await percentOfACore(beckon))
  return { open, hidden, bare }
}

function report({ open, hidden, bare }: Measured): void {
  const tracking = median(bare)
  const beyond = (values: readonly number[]): number => rounded(median(values) - tracking)
  console.table([
    { window: 'tracking alone', percents: bare.join(' '), beyondTracking: 0, bar: '' },
    { window: 'open', percents: open.join(' '), beyondTracking: beyond(open), bar: 15 },
    { window: 'minimised', percents: hidden.join(' '), beyondTracking: beyond(hidden), bar: 1 },
  ])
  const figures = {
    windowCorePercent: beyond(open),
    hiddenCorePercent: beyond(hidden),
    trackingCorePercent: tracking,
  }
  console.log(JSON.stringify({ bench: 'window', figures }))
}

async function percentOfACore({ process: { pid = 0 } }: Beckon): Promise<number> {
  await setTimeout(SETTLE_MS)
  const [cpuS, atMs] = [cpuSecondsOf([pid]), performance.now()]
  await setTimeout(WATCHED_S * 1000)
  return rounded((cpuSecondsOf([pid]) - cpuS) / ((performance.now() - atMs) / 1e5))
}

async function minimise(page: PageWire, window: string): Promise<void> {
  await display.xdotool('windowminimize', window)
  await untilPageIs('hidden', page)
}

async function show(page: PageWire, window: string): Promise<void> {
  await display.xdotool('windowmap', window)
  await untilPageIs('visible', page)
}

/** The browser has more windows than people see. */
async function shownWindow(): Promise<string> {
  const found = await display.xdotool('search', '--onlyvisible', '--class', 'chromium')
  return found.trim().split('\n').at(-1) ?? ''
}

function untilPageIs(state: 'hidden' | 'visible', page: PageWire): Promise<true> {
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
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const found = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(found))
    })
  })
}
