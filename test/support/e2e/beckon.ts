import { spawn, type ChildProcess } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../until.ts'

const REPO = join(import.meta.dirname, '..', '..', '..')

/** One line of `--events`. */
export interface BeckonEvent {
  readonly kind: 'state' | 'gesture' | 'action'
  readonly atMs: number
  /** When this test read the line; Unix epoch, ms. */
  readonly heardAtMs: number
  readonly [field: string]: unknown
}

/** The app as built, running in a process of its own with its own settings folder. */
export interface Beckon {
  readonly events: readonly BeckonEvent[]
  /** Everything it said on both outputs. */
  said(): string
  /** The first event, past or coming, that satisfies `isIt`. */
  untilEvent(
    what: string,
    isIt: (event: BeckonEvent) => boolean,
    withinMs?: number,
  ): Promise<BeckonEvent>
  /** Its exit code once it has ended by itself. */
  ended(withinMs?: number): Promise<number | undefined>
  readonly process: ChildProcess
  readonly home: string
  /** Ends it with SIGTERM and removes its folder. */
  close(): Promise<void>
}

export interface BeckonRun {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly host?: 'chromium' | 'headless'
  /** `auto` spends its first seconds on measuring both, which only a test of that wants. */
  readonly tracker?: 'native' | 'mediapipe' | 'auto'
  /** A settings folder to keep; otherwise one is made and removed. */
  readonly home?: string
}

export async function startBeckon(run: BeckonRun): Promise<Beckon> {
  const host = run.host ?? 'chromium'
  const home = run.home ?? (await mkdtemp(join(tmpdir(), 'beckon-e2e-')))
  await mkdir(home, { recursive: true })
  const eventsFile = join(home, `events-${Date.now()}.jsonl`)
  const tracker = ['--tracker', run.tracker ?? 'native']
  const where = ['--host', host, '--events', eventsFile]
  const args = [`out/main/${host}.js`, ...where, ...tracker, ...run.args]
  const child = spawn(process.execPath, args, {
    cwd: REPO,
    env: { ...process.env, ...run.env, BECKON_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text))
  }
  const events: BeckonEvent[] = []
  const tail = followLines(eventsFile, (line) => {
    events.push(asEvent(line))
  })
  let code: number | undefined
  child.once('exit', (exitCode, signal) => {
    code = exitCode ?? (signal === null ? 1 : 128)
  })
  return {
    events,
    said: () => said.join(''),
    untilEvent: async (what, isIt, withinMs = 30_000) =>
      until(what, () => hasFailed(code, said, events, isIt) ?? events.find(isIt), withinMs),
    ended: (withinMs = 20_000) =>
      until('Beckon to end', () => code ?? false, withinMs).catch(() => code),
    process: child,
    home,
    close: async () => {
      if (code === undefined) child.kill('SIGTERM')
      await until('Beckon to end', () => code !== undefined, 10_000).catch(() =>
        child.kill('SIGKILL'),
      )
      tail.stop()
      if (run.home === undefined) await rm(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** An app that has gone will send no more events: say so at once, with its last words. */
function hasFailed(
  code: number | undefined,
  said: readonly string[],
  events: readonly BeckonEvent[],
  isIt: (event: BeckonEvent) => boolean,
): undefined {
  if (code === undefined || events.some(isIt)) return undefined
  throw new Error(`Beckon has ended with ${code}. It said:\n${said.join('')}`)
}

function asEvent(line: string): BeckonEvent {
  return { ...(JSON.parse(line) as BeckonEvent), heardAtMs: Date.now() }
}

/** Calls back for every whole line of a file that is still being written. */
function followLines(file: string, onLine: (line: string) => void): { stop(): void } {
  let readBytes = 0
  let isReading = false
  let rest = ''
  const look = (): void => {
    if (isReading || !existsSync(file)) return
    isReading = true
    const stream = createReadStream(file, { start: readBytes, encoding: 'utf8' })
    stream.on('data', (text) => {
      readBytes += Buffer.byteLength(text)
      const lines = (rest + String(text)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) onLine(line)
    })
    stream.on('close', () => {
      isReading = false
    })
  }
  const timer = setInterval(look, 20)
  return {
    stop: () => {
      clearInterval(timer)
    },
  }
}
