import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, test } from 'node:test'
import { missingPrograms } from '../support/x11.ts'
import { until } from '../support/until.ts'
import { freePort } from '../../src/node/free-port.ts'
import { debugFlags, openAppPage } from '../support/e2e/app-page.ts'
import { startBeckon, type Beckon, type BeckonRun } from '../support/e2e/beckon.ts'

const missing = missingPrograms('chromium')
const skip = missing.length > 0 && `needs ${missing.join(', ')}`

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function start(run: Partial<BeckonRun>): Promise<Beckon> {
  const args = ['--camera', 'demo', '--engaged', '--dry-run', '--for', '80s']
  const beckon = await startBeckon({ host: 'headless', tracker: 'native', args, ...run })
  closers.push(beckon.close)
  return beckon
}

/** The app's own child that runs the models. */
function trackerPid({ process: app }: Beckon): number | undefined {
  const list = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', `${app.pid}`], {
    encoding: 'utf8',
  })
  const line = list.split('\n').find((each) => each.includes('tracker-process'))
  return line === undefined ? undefined : Number.parseInt(line, 10)
}

async function killTracker(beckon: Beckon): Promise<number> {
  const pid = await until('a tracker process', () => trackerPid(beckon), 20_000)
  process.kill(pid, 'SIGKILL')
  return pid
}

const moves = ({ events }: Beckon): number =>
  events.filter(({ action }) => action === 'pointer.move').length
const trackerStates = ({ events }: Beckon): unknown[] =>
  events.filter(({ kind }) => kind === 'state').map(({ tracker }) => tracker)

test(
  'moves the pointer by the native tracker, and goes on after its process was killed',
  { skip },
  async () => {
    const beckon = await start({})
    await until('the pointer to move', () => moves(beckon) > 10, 40_000)
    const pid = await killTracker(beckon)
    await until('tracking to be lost', () => trackerStates(beckon).at(-1) !== 'ready')
    await until('tracking to be back', () => trackerStates(beckon).at(-1) === 'ready', 20_000)
    assert.notEqual(trackerPid(beckon), pid)
    const before = moves(beckon)
    await until('the pointer to move again', () => moves(beckon) > before + 10, 20_000)
  },
)

test('goes on by the same process when the page is loaded anew', { skip }, async () => {
  const port = await freePort()
  const beckon = await start({ env: { BECKON_CHROMIUM_FLAGS: debugFlags(port).join(' ') } })
  await until('the pointer to move', () => moves(beckon) > 10, 40_000)
  const pid = trackerPid(beckon)
  const { browser, page } = await openAppPage(port)
  await page.reload()
  const before = moves(beckon)
  await until('the pointer to move again', () => moves(beckon) > before + 10, 40_000)
  // A debugger that goes while workers start leaves them paused for ever: only now.
  await browser.close()
  assert.equal(trackerPid(beckon), pid)
  assert.equal(trackerStates(beckon).at(-1), 'ready')
})

test('cancels what the hand was doing when the process ends', { skip }, async () => {
  const beckon = await start({})
  const began = await beckon.untilEvent(
    'a pose to begin',
    ({ kind, phase }) => kind === 'gesture' && phase === 'began',
    40_000,
  )
  await killTracker(beckon)
  await beckon.untilEvent(
    'it to be cancelled',
    ({ kind, phase, atMs, gesture, reason }) =>
      kind === 'gesture' &&
      gesture === began['gesture'] &&
      atMs >= began.atMs &&
      (phase === 'ended' || (phase === 'cancelled' && reason === 'tracking-stopped')),
  )
})

test('goes on with mediapipe after three crashes, and says so', { skip }, async () => {
  const beckon = await start({})
  for (let time = 0; time < 3; time += 1) {
    await until(
      'the native tracker to track',
      () => trackerStates(beckon).at(-1) === 'ready',
      30_000,
    )
    await killTracker(beckon)
    await until('tracking to be lost', () => trackerStates(beckon).at(-1) !== 'ready')
  }
  await until('mediapipe to track', () => trackerStates(beckon).at(-1) === 'ready', 30_000)
  assert.equal(trackerPid(beckon), undefined)
  assert.match(beckon.said(), /goes on with the slower MediaPipe tracker/)
  const before = moves(beckon)
  await until('the pointer to move again', () => moves(beckon) > before + 10, 20_000)
})

test('measures both at first and remembers the faster', { skip }, async () => {
  const first = await start({ tracker: 'auto' })
  await until('the pointer to move', () => moves(first) > 0, 60_000)
  const settings: { tracker?: string } = JSON.parse(
    readFileSync(join(first.home, 'settings.json'), 'utf8'),
  )
  assert.match(String(settings.tracker), /^(native|mediapipe)$/)
})
