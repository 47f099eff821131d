import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The whole service, as `npm run serve` starts it, that can be killed and started again on the same jobs. */
export interface KillableService {
  readonly url: () => string
  start(): Promise<void>
  /** The workers it has running now. */
  workers(): readonly number[]
  /** As a power cut does it: without a word. */
  kill(): Promise<void>
  /** As asked to: SIGTERM. */
  stop(): Promise<void>
}

const ENTRY = join(import.meta.dirname, '../../src/programs/serve.ts')

export function killableService(env: Readonly<Record<string, string>>): KillableService {
  let child: ChildProcess | undefined
  let url = ''
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    url: () => url,
    start: async () => {
      const service = spawn(
        process.execPath,
        [ENTRY, '--port', '0', '--log-level', 'silent', '--no-token'],
        {
          stdio: ['ignore', 'ignore', 'pipe'],
          env: { ...process.env, ...env },
        },
      )
      child = service
      for await (const line of createInterface({ input: service.stderr })) {
        const address = /http:\/\/[^/\s]+/.exec(line)
        if (address === null) continue
        url = address[0]
        return
      }
      throw new Error('the service did not start')
    },
    workers: () => (child?.pid === undefined ? [] : childrenOf(child.pid)),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    const list = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    return list.trim().split('\n').map(Number)
  } catch {
    // ps found none.
    return []
  }
}

/** Processes whose command line speaks of a folder. */
export function processesOf(folder: string): readonly string[] {
  const all = execFileSync('ps', ['-eo', 'pid=,stat=,args='], {
    encoding: 'utf8',
    maxBuffer: 2 ** 24,
  })
  return all.split('\n').filter((line) => line.includes(folder) && !/^\s*\d+\s+Z/.test(line))
}
