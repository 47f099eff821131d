import { execFileSync } from 'node:child_process'
import type { Random } from '../pointing/random.ts'
import type { HandPage } from '../../test/support/app-by-hand/hand-page.ts'
import type { HeldOnX } from '../../test/support/held-on-x.ts'

/** What goes wrong while something is held. */
export interface Fault {
  readonly kind: FaultKind
  /** Makes it happen. What is held must go from the moment this returns, or from `letGo` on where the hand has to say so. */
  strike(page: HandPage, random: Random): void | Promise<void>
  /** A fault that ends no gesture: the hand does, a while later. */
  readonly isEndedByHand?: boolean
  /** While the main loop hangs 2 s are allowed; otherwise 100 ms. */
  readonly isHang?: boolean
  /** The input process that stands by takes over; one that has just done so has none behind it until another has started. */
  readonly isRestart?: boolean
  /** Makes the app whole again. */
  mend(page: HandPage): void | Promise<void>
}

export type FaultKind =
  | 'hand lost'
  | 'tracker failed'
  | 'page killed'
  | 'camera gone'
  | 'project switched'
  | 'paused'
  | 'suspended'
  | 'clock jump'
  | 'sink throwing'
  | 'input process killed'
  | 'main loop hangs'
  | 'app frozen'

const nothing = (): void => undefined
const engaged = (page: HandPage): void => {
  page.order({ kind: 'command', command: { kind: 'set-mode', mode: 'watching' } })
}
/** Longer than the ten seconds that a project switch or a suspended laptop takes are of no interest. */
const HANG_MS = 10_000
const FROZEN_MS = 2500

export const FAULTS: readonly Fault[] = [
  { kind: 'hand lost', strike: (page) => page.show(undefined), mend: nothing },
  {
    kind: 'tracker failed',
    strike: (page) => page.stop('tracker-failed'),
    mend: (page) => page.go(),
  },
  { kind: 'page killed', strike: (page) => page.breakOff(), mend: (page) => page.comeBack() },
  { kind: 'camera gone', strike: (page) => page.stop('camera-gone'), mend: (page) => page.go() },
  {
    kind: 'project switched',
    strike: (page) =>
      page.order({ kind: 'command', command: { kind: 'switch-project', id: 'presentation' } }),
    mend: (page) =>
      page.order({ kind: 'command', command: { kind: 'switch-project', id: 'faults' } }),
  },
  {
    kind: 'paused',
    strike: (page) => page.order({ kind: 'command', command: { kind: 'toggle-pause' } }),
    mend: engaged,
  },
  {
    kind: 'suspended',
    strike: (page) => page.order({ kind: 'command', command: { kind: 'suspend' } }),
    mend: engaged,
  },
  {
    kind: 'clock jump',
    strike: (page) => page.jumpClock(),
    mend: nothing,
  },
  {
    kind: 'sink throwing',
    strike: (page, random) =>
      page.order({ kind: 'fail', count: 1 + Math.floor(3 * random.uniform()) }),
    isEndedByHand: true,
    mend: nothing,
  },
  {
    kind: 'input process killed',
    strike: (page) => killInputProcess(page),
    isEndedByHand: true,
    isRestart: true,
    mend: nothing,
  },
  {
    kind: 'main loop hangs',
    strike: (page) => page.order({ kind: 'hang', forMs: HANG_MS }),
    isHang: true,
    mend: (page) => page.wait(HANG_MS),
  },
  {
    kind: 'app frozen',
    strike: (page) => void page.app.kill('SIGSTOP'),
    isHang: true,
    mend: async (page) => {
      await page.wait(FROZEN_MS)
      page.app.kill('SIGCONT')
    },
  },
]

/** What is held, and by which shape of the hand; `isSteady`: chords are down for a moment at a time only. */
export const HOLDS = [
  { name: 'press', shape: 'pinch-middle', travels: false, isSteady: true },
  { name: 'drag', shape: 'pinch-index', travels: true, isSteady: true },
  { name: 'keys held', shape: 'pinch-ring', travels: false, isSteady: true },
  { name: 'key toggled', shape: 'fist', travels: false, isSteady: true },
  { name: 'chords', shape: 'victory', travels: false, isSteady: false },
] as const
export type Hold = (typeof HOLDS)[number]

/** Ms until the X server says that nothing is down; undefined when it still does after `withinMs`. */
export async function untilNothingHeld(
  held: HeldOnX,
  withinMs: number,
): Promise<number | undefined> {
  const startMs = performance.now()
  for (;;) {
    const down = await held.read()
    const tookMs = performance.now() - startMs
    if (down.length === 0) return tookMs
    if (tookMs > withinMs) return undefined
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

function killInputProcess({ app }: HandPage): void {
  const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', `${app.pid}`]).toString()
  const line = children.split('\n').find((each) => each.includes('input-process'))
  if (line !== undefined) process.kill(Number.parseInt(line, 10), 'SIGKILL')
}
