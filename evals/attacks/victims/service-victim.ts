import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from '../../../test/support/until.ts'
import { watchSignsOfLife } from './sign-of-life.ts'

/** The service as people start it, on a folder of its own. */
export interface ServiceVictim {
  readonly dir: string
  /** Where `video_path` may lead. */
  readonly videos: string
  /** What it keeps. */
  readonly data: string
  port(): number
  pid(): number
  /** What a client shows, when it wants to be shown something. */
  token(): string | undefined
  /** The header in which a client shows the token; none where none is wanted. */
  credentials(): Record<string, string>
  /** As a client that may come in has them. */
  headers(): Record<string, string>
  said(): string
  isAlive(): boolean
  hungS(): number
  start(): Promise<void>
  kill(): Promise<void>
  close(): Promise<void>
}

export interface ServiceOrder {
  readonly env?: (dir: string) => Readonly<Record<string, string>>
  /** What runs it, as `prlimit --nofile=150`; `{}` stands for the folder. */
  readonly under?: readonly string[]
  /** Warnings and worse when not said. */
  readonly logLevel?: 'info'
}

const ENTRY = join(import.meta.dirname, '../../../src/programs/serve.ts')
const START_MS = 30_000

export function serviceVictim(order: ServiceOrder = {}): ServiceVictim {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-attacked-service-'))
  const [videos, data] = [join(dir, 'videos'), join(dir, 'data')]
  mkdirSync(videos)
  mkdirSync(data)
  let child: ChildProcess | undefined
  let [said, port] = ['', 0]
  const watch = watchSignsOfLife(() => ({ port, path: '/health', host: `127.0.0.1:${port}` }))
  const token = (): string | undefined => tokenIn(dir)
  const credentials = (): Record<string, string> => {
    const shown = token()
    return shown === undefined ? {} : { authorization: `Bearer ${shown}` }
  }
  const kill = async (): Promise<void> => {
    if (child === undefined || isOver(child)) return
    const gone = new Promise((resolve) => child?.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
  }
  return {
    ...{ dir, videos, data, token, kill },
    port: () => port,
    pid: () => child?.pid ?? 0,
    credentials,
    headers: () => ({ host: `127.0.0.1:${port}`, ...credentials() }),
    said: () => said,
    isAlive: () => child !== undefined && !isOver(child),
    hungS: () => watch.hungS(),
    start: async () => {
      await kill()
      const [from, service] = [said.length, spawnService(dir, { videos, data }, order)]
      child = service
      for (const stream of [service.stdout, service.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
      }
      await until('the service to listen', () => isListening(said.slice(from), service), START_MS)
      port = Number(/http:\/\/[^/\s]+:(\d+)/.exec(said.slice(from))?.[1] ?? 0)
    },
    close: async () => {
      watch.stop()
      await kill()
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** `Videos on` is the last it says before it waits; one that ended says nothing more. */
const isListening = (said: string, service: ChildProcess): boolean =>
  said.includes('\nVideos on') || isOver(service)

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null

function spawnService(
  dir: string,
  { videos, data }: { readonly videos: string; readonly data: string },
  { env, under = [], logLevel }: ServiceOrder,
): ChildProcess {
  const command = [...under.map((word) => word.replaceAll('{}', dir)), process.execPath, ENTRY]
  const [program = '', ...args] = [...command, '--port', '0', '--log-level', logLevel ?? 'warn']
  const folders = { BECKON_HOME: join(dir, 'home'), POSE_VIDEO_FOLDER: videos, POSE_DATA_DIR: data }
  return spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...folders, ...env?.(dir) },
  })
}

/** The file that the service made for its clients, where it makes one. */
function tokenIn(dir: string): string | undefined {
  const file = tokenFileIn(dir)
  return file === undefined ? undefined : readFileSync(file, 'utf8').trim()
}

export function tokenFileIn(dir: string): string | undefined {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const name = names.find((one) => /(^|\/)[^/]*token[^/]*$/.test(one))
  return name === undefined ? undefined : join(dir, name)
}
