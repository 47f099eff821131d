import { parseArgs } from 'node:util'
import { AROUND_CONTROL } from './faults/around-control.ts'
import { FAULTS, HOLDS, untilNothingHeld } from './faults/fault-kinds.ts'
import type { Fault, Hold } from './faults/fault-kinds.ts'
import { openHandPage } from '../test/support/app-by-hand/hand-page.ts'
import type { HandPage } from '../test/support/app-by-hand/hand-page.ts'
import { FAULT_PROJECT } from '../test/support/app-by-hand/fault-project.ts'
import { watchHeld, type HeldOnX } from '../test/support/held-on-x.ts'
import { killProcesses, type Killed } from './faults/whole-app.ts'
import { createRandom, type Random } from './pointing/random.ts'
import { missingPrograms, startX, type XDisplay } from '../test/support/x11.ts'
import { until } from '../test/support/until.ts'

/*
 * What stays held when something goes wrong: `npm run eval -- faults [--count N] [--rounds N] [--seed N] [--only KIND] [--list] [--around N]`
 *
 * The app, with everything but a browser (test/support/app-by-hand), presses, drags, holds keys and plays chords on an X server of
 * its own, because a made hand says so 30 times a second. Then a fault strikes at a random moment, and the X server itself
 * is asked what is down until that is nothing. A fault that ends no gesture (a sink that throws, an input process that is killed) is
 * followed by the hand's letting go, and the time counts from there. While paused or suspended the hand goes on pinching, and nothing
 * may happen. Apps run side by side, each with its own X server. Then, in `rounds`, the app as built drags by the demo hand in a real
 * browser while its tracker process, its page's process and at last it itself are killed.
 * `around` faults strike beside control, which is to go on: services, listener, files, descriptors, features.
 */
const SIDE_BY_SIDE = 2
/** Every so many faults is one in which the main loop hangs: they take ten seconds each. */
const HANG_EVERY = 16
const RESTING = { shape: 'relaxed', at: [0.62, 0.55] } as const
const AFTER_MS = 150
const ALLOWED_MS = 100
const ALLOWED_HANG_MS = 2000
const LOST_CAUSE_MS = 6000
const HELD_WITHIN_MS = 2500
/** Several chords' time. */
const QUIET_MS = 400
const ATTEMPTS = 5
/** A device on which nothing has room. */
const FULL_DISK = '/dev/full'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '510' },
    around: { type: 'string', default: '72' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})

interface Outcome {
  readonly fault: Fault
  readonly hold: Hold
  /** Undefined: something was still down long after. */
  readonly releaseMs: number | undefined
  /** Something was pressed again while the fault lasted. */
  readonly isPressedAgain: boolean
  readonly actedWhilePaused: boolean
  /** The app did not survive it. */
  readonly isAppEnded: boolean
}

const missing = missingPrograms('Xvfb', 'xdotool', 'ps', 'prlimit')
if (missing.length > 0) console.log(`faults: skipped, needs ${missing.join(', ')}`)
else await run()

async function run(): Promise<void> {
  const count = Number(values.count)
  const share = Math.ceil(count / SIDE_BY_SIDE)
  const lots = Array.from({ length: SIDE_BY_SIDE }, (_, index) =>
    strikeMany(share, createRandom(1000 * Number(values.seed) + index)),
  )
  const outcomes = (await Promise.all(lots)).flat()
  outcomes.push(
    ...(await strikeAround(Number(values.around), createRandom(7 + Number(values.seed)))),
  )
  const killed: Killed[] = []
  for (let round = 0; round < Number(values.rounds); round += 1) {
    killed.push(...(await killProcesses()))
  }
  report(outcomes, killed)
}

/** What fails beside control, each kind in turn, while the disk of the event log is full from the first line on. */
async function strikeAround(count: number, random: Random): Promise<readonly Outcome[]> {
  const kinds = AROUND_CONTROL.filter(
    ({ kind }) => values.only === undefined || kind === values.only,
  )
  return strikeMany(
    kinds.length === 0 ? 0 : count,
    random,
    (index) => kinds[index % kinds.length],
    FULL_DISK,
  )
}

async function strikeMany(
  count: number,
  random: Random,
  faultAt = (index: number): Fault | undefined =>
    pick(
      FAULTS.filter((one) => isWanted(one, index)),
      random,
    ),
  events?: string,
): Promise<readonly Outcome[]> {
  const display = await startX()
  const held = await watchHeld(display.name)
  const page = await openHandPage(display.name, FAULT_PROJECT, events)
  const outcomes: Outcome[] = []
  try {
    await page.comeBack()
    for (let index = 0; index < count; index += 1) {
      const fault = faultAt(index)
      if (fault === undefined) continue
      const outcome = await strike({ page, held, display }, fault, pick(HOLDS, random), random)
      outcomes.push(outcome)
      if (values.list) tell(outcome)
    }
  } finally {
    await page.close()
    held.close()
    await display.close()
  }
  return outcomes
}

function isWanted(fault: Fault, index: number): boolean {
  if (values.only !== undefined) return fault.kind === values.only
  return (fault.isHang ?? false) === (index % HANG_EVERY === HANG_EVERY - 1)
}

interface Stage {
  readonly page: HandPage
  readonly held: HeldOnX
  readonly display: XDisplay
}

async function strike(
  { page, held }: Stage,
  fault: Fault,
  hold: Hold,
  random: Random,
): Promise<Outcome> {
  const hand = await takeHold(page, held, hold)
  await page.wait(200 * random.uniform())
  await fault.strike(page, random)
  const struckAtMs = performance.now()
  if (fault.isEndedByHand) {
    await page.wait(300)
    page.show(RESTING)
    // A key that was toggled stays until it is toggled again.
    if (hold.shape === 'fist') await toggleOff(page)
  }
  const releaseMs = hold.isSteady
    ? await untilNothingHeld(held, LOST_CAUSE_MS)
    : await lastChordMs(held)
  const isPaused = fault.kind === 'paused' || fault.kind === 'suspended'
  if (isPaused) await tryToAct(page, hand)
  // Until then what was on its way may still arrive.
  await page.wait(Math.max(struckAtMs + ALLOWED_MS - performance.now(), 0))
  const isQuiet = await staysQuiet(page, held, fault.isEndedByHand ? 0 : AFTER_MS)
  await fault.mend(page)
  page.show(RESTING)
  await page.wait(450)
  if (releaseMs === undefined) {
    console.log(
      `stuck: ${fault.kind} during ${hold.name}, ${(await held.read()).join(', ')}; ${page.said()}`,
    )
    await until('the next fault', async () => (await held.read()).length === 0, 30_000)
  }
  return {
    fault,
    hold,
    releaseMs,
    isPressedAgain: !isQuiet && !isPaused,
    actedWhilePaused: !isQuiet && isPaused,
    isAppEnded: page.app.exitCode !== null || page.app.signalCode !== null,
  }
}

/**
 * Shows the hand until the X server has what it holds; as a user would, again if need be: after a new input process the app takes the
 * pointer, which is not where it was last sent, for a mouse that somebody has taken.
 */
async function takeHold(page: HandPage, held: HeldOnX, hold: Hold): Promise<typeof RESTING.at> {
  for (let attempt = 0; ; attempt += 1) {
    page.show(RESTING)
    await page.wait(350)
    page.show({ ...RESTING, shape: hold.shape })
    // A chord goes out in one piece: whoever asks the X server never sees it down, and it strikes while they play.
    if (!hold.isSteady) {
      await page.wait(QUIET_MS)
      break
    }
    if (await isSomethingHeld(held)) break
    if (attempt === ATTEMPTS) throw new Error(`faults: no ${hold.name}. ${page.said()}`)
  }
  // A toggled key outlives its gesture.
  if (hold.shape === 'fist') page.show(RESTING)
  if (hold.travels) page.show({ ...RESTING, shape: hold.shape, at: [0.68, 0.6] })
  return RESTING.at
}

/** Looks as often as it can: a chord is down for a few milliseconds. */
async function isSomethingHeld(held: HeldOnX): Promise<boolean> {
  const endMs = performance.now() + HELD_WITHIN_MS
  while (performance.now() < endMs) {
    if ((await held.read()).length > 0) return true
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  return false
}

async function toggleOff(page: HandPage): Promise<void> {
  await page.wait(300)
  page.show({ ...RESTING, shape: 'fist' })
}

/** A hand that clicks for all it is worth. */
async function tryToAct(page: HandPage, at: typeof RESTING.at): Promise<void> {
  for (const shape of ['relaxed', 'pinch-index', 'relaxed', 'pinch-ring'] as const) {
    page.show({ shape, at })
    await page.wait(150)
  }
}

/** Chords come and go: until the last one, undefined when they go on. */
async function lastChordMs(held: HeldOnX): Promise<number | undefined> {
  const startMs = performance.now()
  let lastMs = 0
  for (;;) {
    const down = await held.read()
    const nowMs = performance.now() - startMs
    if (down.length > 0) lastMs = nowMs
    if (nowMs - lastMs > QUIET_MS) return lastMs
    if (nowMs > LOST_CAUSE_MS) return undefined
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** Whether nothing goes down for a while. */
async function staysQuiet(page: HandPage, held: HeldOnX, forMs: number): Promise<boolean> {
  const endMs = performance.now() + forMs
  while (performance.now() < endMs) {
    if ((await held.read()).length > 0) return false
    await page.wait(5)
  }
  return true
}

function pick<One>(from: readonly One[], random: Random): One {
  const one = from[Math.floor(random.uniform() * from.length)]
  if (one === undefined) throw new Error('faults: expected something to pick from')
  return one
}

function tell({ fault, hold, releaseMs, isPressedAgain, actedWhilePaused }: Outcome): void {
  const after = releaseMs === undefined ? 'STUCK' : `${Math.round(releaseMs)} ms`
  const again = isPressedAgain || actedWhilePaused ? ', PRESSED AGAIN' : ''
  console.log(`${fault.kind} during ${hold.name}: ${after}${again}`)
}

function report(outcomes: readonly Outcome[], killed: readonly Killed[]): void {
  const kinds = [...new Set(outcomes.map(({ fault }) => fault.kind))].sort()
  console.table(
    kinds.map((kind) => {
      const own = outcomes.filter(({ fault }) => fault.kind === kind)
      const times = own.map(({ releaseMs }) => releaseMs ?? Infinity).sort((a, b) => a - b)
      return {
        fault: kind,
        struck: own.length,
        'median ms': Math.round(times[times.length >> 1] ?? 0),
        'worst ms': Math.round(times.at(-1) ?? 0),
        stuck: own.filter(isStuck).length,
        'pressed again': own.filter(({ isPressedAgain }) => isPressedAgain).length,
      }
    }),
  )
  const late = outcomes.filter(isLate)
  if (late.length > 0) console.log('Late, or pressed again:')
  for (const outcome of late) tell(outcome)
  for (const { kind, releaseMs } of killed) {
    console.log(`${kind}: ${releaseMs === undefined ? 'STUCK' : `${Math.round(releaseMs)} ms`}`)
  }
  const worst = (of: readonly { readonly releaseMs: number | undefined }[]): number =>
    Math.round(Math.max(0, ...of.map(({ releaseMs }) => releaseMs ?? Infinity)))
  const hangs = outcomes.filter(({ fault }) => fault.isHang)
  const restarts = outcomes.filter(({ fault }) => fault.isRestart)
  const others = [...outcomes.filter(({ fault }) => !fault.isHang && !fault.isRestart), ...killed]
  const figures = {
    faults: outcomes.length + killed.length,
    stuck: [...outcomes, ...killed].filter(isStuck).length,
    pressedAgain: outcomes.filter(({ isPressedAgain }) => isPressedAgain).length,
    aroundControl: outcomes.filter(({ fault }) => AROUND_CONTROL.includes(fault)).length,
    appEnded: outcomes.filter(({ isAppEnded }) => isAppEnded).length,
    actionsWhilePaused: outcomes.filter(({ actedWhilePaused }) => actedWhilePaused).length,
    worstReleaseMs: worst(others),
    worstHangReleaseMs: worst(hangs),
    worstRestartReleaseMs: worst(restarts),
    late:
      others.filter(({ releaseMs = Infinity }) => releaseMs > ALLOWED_MS).length +
      hangs.filter(({ releaseMs = Infinity }) => releaseMs > ALLOWED_HANG_MS).length,
  }
  console.log(JSON.stringify({ eval: 'faults', figures }))
}

function isLate({
  fault,
  releaseMs = Infinity,
  isPressedAgain,
  actedWhilePaused,
}: Outcome): boolean {
  const allowedMs = fault.isHang ? ALLOWED_HANG_MS : ALLOWED_MS
  return releaseMs > allowedMs || isPressedAgain || actedWhilePaused
}

function isStuck({ releaseMs }: { readonly releaseMs: number | undefined }): boolean {
  return releaseMs === undefined
}
