import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../../src/node/free-port.ts'
import { startBeckon, type Beckon } from '../../../test/support/e2e/beckon.ts'
import { descendants, portsOf } from '../means/processes.ts'
import { watchSignsOfLife } from './sign-of-life.ts'

/** The app as built, in a browser without a window, on the demo hand; it acts on nothing. */
export interface AppVictim {
  readonly home: string
  port(): number
  /** Where pixels go to its tracker process. */
  trackerPort(): number
  beckon(): Beckon
  said(): string
  isAlive(): boolean
  hungS(): number
  start(): Promise<void>
  close(): Promise<void>
}

const START_MS = 30_000

export function appVictim(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = { DISPLAY: '' },
  camera = 'demo:drag-on',
): AppVictim {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-attacked-app-'))
  const home = join(dir, 'home')
  mkdirSync(join(home, 'projects'), { recursive: true })
  let port = 0
  let running: Beckon | undefined
  const watch = watchSignsOfLife(() => ({ port, path: '/', host: `127.0.0.1:${port}` }))
  const beckon = (): Beckon => {
    if (running === undefined) throw new Error('appVictim: expected to have been started')
    return running
  }
  return {
    ...{ home, beckon },
    port: () => port,
    said: () => running?.said() ?? '',
    trackerPort: () => trackerPortOf(beckon().process.pid ?? 0),
    isAlive: () => running?.process.exitCode === null && running.process.signalCode === null,
    hungS: () => watch.hungS(),
    start: async () => {
      await running?.close()
      port = await freePort()
      const given = ['--camera', camera, '--dry-run', '--port', String(port), ...args]
      running = await startBeckon({ host: 'headless', home, args: given, env })
      await running.untilEvent(
        'the tracker at work',
        ({ kind, tracker }) => kind === 'state' && tracker === 'ready',
        START_MS,
      )
    },
    close: async () => {
      watch.stop()
      await running?.close()
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Throws where there is none: at a door that is not there everybody is turned away. */
function trackerPortOf(app: number): number {
  const tracker = descendants(app).find(({ args }) => args.includes('tracker-process'))
  const [port] = tracker === undefined ? [] : portsOf(tracker.pid)
  if (port === undefined) throw new Error('trackerPortOf: no tracker process listens')
  return port
}
