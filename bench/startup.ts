import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../src/node/free-port.ts'
import { debugFlags } from '../test/support/e2e/app-page.ts'
import { startBeckon } from '../test/support/e2e/beckon.ts'
import { CHROMIUM } from '../test/support/e2e/target.ts'
import { ended, startX } from '../test/support/x11.ts'
import { firstPaintEpochMs } from './startup/first-paint.ts'

/*
 * From the start of the app's process to its window's first picture, and to the first state in which it tracks (the tracker at work on a live camera), in the
 * Chromium host with the demo hand on a display of its own; beside the same browser with an empty page, in the same run.
 * `npm run bench -- startup`. Runs take turns, and the middle one counts: the first also fills the disk's caches.
 * What a busy machine adds, it adds to both: `windowRatio` is the window's time in empty windows.
 */
const ROUNDS = 3

const display = await startX()
const windows: number[] = []
const trackings: number[] = []
const empties: number[] = []
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    empties.push(await emptyWindowMs())
    const { windowMs, trackingMs } = await beckonMs()
    windows.push(windowMs)
    trackings.push(trackingMs)
  }
} finally {
  await display.close()
}
console.table([
  { what: 'empty Chromium window', ...spread(empties), bar: '' },
  { what: 'Beckon’s window', ...spread(windows), bar: 1500 },
  { what: 'Beckon tracks', ...spread(trackings), bar: 3000 },
])
const figures = {
  windowMs: spread(windows).medianMs,
  trackingMs: spread(trackings).medianMs,
  emptyWindowMs: spread(empties).medianMs,
  windowRatio: ratio(windows, empties),
  trackingRatio: ratio(trackings, empties),
}
console.log(JSON.stringify({ bench: 'startup', figures }))

async function beckonMs(): Promise<{ windowMs: number; trackingMs: number }> {
  const port = await freePort()
  const startedAtMs = Date.now()
  const beckon = await startBeckon({
    host: 'chromium',
    args: ['--dry-run', '--camera', 'demo'],
    env: { DISPLAY: display.name, BECKON_CHROMIUM_FLAGS: debugFlags(port).join(' ') },
  })
  try {
    const paintedAtMs = await firstPaintEpochMs(port, (url) => url.includes('127.0.0.1'))
    const sees = await beckon.untilEvent(
      'the tracker at work on the camera',
      ({ kind, tracker, camera }) => kind === 'state' && tracker === 'ready' && camera === 'live',
      60_000,
    )
    return { windowMs: paintedAtMs - startedAtMs, trackingMs: sees.heardAtMs - startedAtMs }
  } finally {
    await beckon.close()
  }
}

/** What the browser alone takes, with the same kind of fresh profile. */
async function emptyWindowMs(): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'beckon-empty-'))
  const port = await freePort()
  const startedAtMs = Date.now()
  const browser: ChildProcess = spawn(
    CHROMIUM,
    [
      ...[`--user-data-dir=${profile}`, '--no-first-run', '--no-sandbox', '--test-type'],
      ...['--enable-unsafe-swiftshader', '--window-size=1200,760', ...debugFlags(port)],
      '--app=data:text/html,<title>Empty</title><h1>Empty</h1>',
    ],
    { stdio: 'ignore', env: { ...process.env, DISPLAY: display.name } },
  )
  try {
    return (await firstPaintEpochMs(port, (url) => url.startsWith('data:'))) - startedAtMs
  } finally {
    await ended(browser, 'SIGTERM')
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

function ratio(some: readonly number[], others: readonly number[]): number {
  return Math.round((spread(some).medianMs / spread(others).medianMs) * 100) / 100
}

function spread(values: readonly number[]): { medianMs: number; fastestMs: number } {
  const sorted = values.toSorted((a, b) => a - b).map(Math.round)
  return { medianMs: sorted[sorted.length >> 1] ?? Number.NaN, fastestMs: sorted[0] ?? Number.NaN }
}
