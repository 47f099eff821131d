import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../../src/node/free-port.ts'

export const hasRedis = spawnSync('redis-server', ['--version']).error === undefined

export interface TestRedis {
  readonly url: string
  /** As a power cut does it. */
  stop(): Promise<void>
  /** Connected to, but silent, until it is woken. */
  freeze(): void
  wake(): void
  /** Again, with what it had written down. */
  start(): Promise<void>
  close(): Promise<void>
}

/** A Redis of the test's own, in a folder of its own. */
export async function startRedis(): Promise<TestRedis> {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-redis-'))
  const port = await freePort()
  let { child, stop } = await run(port, dir)
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => stop(),
    start: async () => {
      ;({ child, stop } = await run(port, dir))
    },
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    close: async () => {
      await stop()
      rmSync(dir, { recursive: true })
    },
  }
}

async function run(port: number, dir: string) {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir]
  const safe = ['--appendonly', 'yes', '--appendfsync', 'always']
  const child = spawn('redis-server', [...args, ...safe], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.includes('Ready to accept connections')) break
  }
  child.stdout.resume()
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return { child, stop }
}
