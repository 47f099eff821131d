import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ENTRY = join(import.meta.dirname, '../../src/programs/serve.ts')

export interface WholeService {
  readonly url: string
  /** Everything is kept below it; gone with the service. */
  readonly dir: string
  ask(path: string, more?: RequestInit): Promise<Response>
  /** What it said on its console so far. */
  said(): string
  /** As a power cut does it; what it keeps stays. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** The service in a process of its own, as `npm run serve` starts it, without a token unless `env` asks for one. */
export async function startWholeService(
  env: (dir: string) => Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<WholeService> {
  const dir = mkdtempSync(join(tmpdir(), 'beckon-whole-service-'))
  const child = spawn(process.execPath, [ENTRY, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, BECKON_HOME: dir, BECKON_SERVE_NO_TOKEN: '1', ...env(dir) },
  })
  const said: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text))
  let url = ''
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(`${line}\n`)
    url = /http:\/\/[^/\s]+/.exec(line)?.[0] ?? url
    // The last line before it waits for requests.
    if (line.startsWith('Videos on')) break
  }
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    url,
    dir,
    ask: (path, more) => fetch(`${url}${path}`, more),
    said: () => said.join(''),
    kill: () => end('SIGKILL'),
    close: async () => {
      await end('SIGTERM')
      rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
