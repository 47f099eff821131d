import { execFileSync } from 'node:child_process'
import { startBeckon, type Beckon } from '../../test/support/e2e/beckon.ts'
import { until } from '../../test/support/until.ts'
import { startX } from '../../test/support/x11.ts'
import { untilNothingHeld } from './fault-kinds.ts'
import { watchHeld } from '../../test/support/held-on-x.ts'

/** What happened when a process of the whole app was killed during a drag of the demo hand. */
export interface Killed {
  readonly kind: 'tracker process killed' | 'page process killed' | 'app killed'
  readonly releaseMs: number | undefined
}

/** A tracker that ends three times in five minutes is given up, and a page that is lost four times. */
const ROUND: readonly Killed['kind'][] = [
  'tracker process killed',
  'page process killed',
  'tracker process killed',
  'page process killed',
  'app killed',
]
const HELD_WITHIN_MS = 90_000
const LOST_CAUSE_MS = 6000

/** One run of the app as built, in a browser without a window, on an X server of its own. */
export async function killProcesses(): Promise<readonly Killed[]> {
  const display = await startX()
  const held = await watchHeld(display.name)
  const beckon = await startBeckon({
    host: 'headless',
    args: ['--camera', 'demo:drag-on', '--engaged'],
    env: { DISPLAY: display.name },
  })
  const outcomes: Killed[] = []
  try {
    for (const kind of ROUND) {
      await until('a drag', async () => (await held.read()).length > 0, HELD_WITHIN_MS)
      process.kill(victim(kind, beckon), 'SIGKILL')
      outcomes.push({ kind, releaseMs: await untilNothingHeld(held, LOST_CAUSE_MS) })
    }
  } finally {
    await beckon.close()
    held.close()
    await display.close()
  }
  return outcomes
}

function victim(kind: Killed['kind'], beckon: Beckon): number {
  const app = beckon.process.pid ?? 0
  if (kind === 'app killed') return app
  const sign = kind === 'tracker process killed' ? 'tracker-process' : '--type=renderer'
  // A browser has renderers that show nothing; the one that tracks and draws is the busiest.
  const [found] = descendants(app)
    .filter(({ args }) => args.includes(sign))
    .sort((a, b) => b.cpuS - a.cpuS)
  if (found === undefined) throw new Error(`killProcesses: no process with ${sign}`)
  return found.pid
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly cpuS: number
  readonly args: string
}

function descendants(of: number): readonly Process[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid=,cputimes=,args='], { maxBuffer: 2 ** 24 })
    .toString()
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, cpuS, args = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
      if (pid === undefined) return []
      return [{ pid: Number(pid), parent: Number(parent), cpuS: Number(cpuS), args }]
    })
  const below = (parent: number): readonly Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)])
  return below(of)
}
