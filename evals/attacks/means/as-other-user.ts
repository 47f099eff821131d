import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, chmodSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect, createServer } from 'node:net'

/*
 * What another user of this machine tries, run by nobody with a copy of Node (means/other-user.ts): deeds as JSON in its argument,
 * what came of each as JSON on its output. It imports nothing of ours, for it may not be able to read it.
 */
export type OtherUsersDeed =
  | { readonly kind: 'read' | 'list' | 'write' | 'connect'; readonly path: string }
  | { readonly kind: 'run'; readonly command: readonly string[]; readonly display: string }
  | { readonly kind: 'upgrade'; readonly port: number; readonly secret: string }
  /** Looks at every command line for the secret of a Beckon of that folder, and uses it first. */
  | { readonly kind: 'steal'; readonly home: string; readonly forMs: number }
  /** Listens where a socket of the victim is expected, and leaves it there dead. */
  | { readonly kind: 'squat'; readonly path: string; readonly forMs: number }

export interface OtherUsersFinding {
  readonly isRefused: boolean
  readonly how: string
}

const deeds = JSON.parse(process.argv.at(-1) ?? '[]') as readonly OtherUsersDeed[]
const findings: OtherUsersFinding[] = []
for (const deed of deeds) findings.push(await attempt(deed))
// What it still listens on stays behind, dead.
process.stdout.write(JSON.stringify(findings), () => process.exit(0))

async function attempt(deed: OtherUsersDeed): Promise<OtherUsersFinding> {
  try {
    const how = await carryOut(deed)
    return { isRefused: how === undefined, how: how ?? 'nothing came of it' }
  } catch (error) {
    return { isRefused: true, how: error instanceof Error ? error.message : String(error) }
  }
}

/** What it got; throws, or answers nothing, when it got nothing. */
async function carryOut(deed: OtherUsersDeed): Promise<string | undefined> {
  switch (deed.kind) {
    case 'read':
      return `read ${readFileSync(deed.path).length} bytes`
    case 'list':
      return `listed ${readdirSync(deed.path).length} names`
    case 'write':
      writeFileSync(deed.path, 'x', { flag: 'a' })
      return 'written to'
    case 'connect':
      return connectTo(deed.path)
    case 'run': {
      const [program = '', ...args] = deed.command
      const env = { PATH: process.env['PATH'], HOME: '/nonexistent', DISPLAY: deed.display }
      const { status, stdout } = spawnSync(program, args, { env, timeout: 5000 })
      return status === 0 ? `${program}: ${stdout.toString().slice(0, 60).trim()}` : undefined
    }
    case 'upgrade':
      return upgrade(deed.port, deed.secret)
    case 'steal':
      return steal(deed.home, deed.forMs)
    case 'squat':
      return squat(deed.path, deed.forMs)
  }
}

function connectTo(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve('connected')
    })
    socket.once('error', reject)
  })
}

function upgrade(port: number, secret: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const asking = request({
      ...{ host: '127.0.0.1', port, path: '/link', timeout: 20_000 },
      headers: {
        ...{ connection: 'Upgrade', upgrade: 'websocket', origin: `http://127.0.0.1:${port}` },
        ...{ 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' },
        'sec-websocket-protocol': `beckon.v1, secret.${secret}`,
      },
    })
    const end = (how: string | undefined): void => {
      asking.destroy()
      resolve(how)
    }
    asking.on('upgrade', () => {
      end('let in as the page')
    })
    asking.on('response', () => {
      end(undefined)
    })
    asking.on('timeout', () => {
      end(undefined)
    })
    asking.on('error', () => {
      end(undefined)
    })
    asking.end()
  })
}

async function steal(home: string, forMs: number): Promise<string | undefined> {
  const endMs = Date.now() + forMs
  while (Date.now() < endMs) {
    for (const line of commandLines().filter((one) => one.includes(home))) {
      const got = await useSecretIn(line)
      if (got !== undefined) return got
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return undefined
}

/** A secret in the line itself, or in a file that it names. */
async function useSecretIn(line: string): Promise<string | undefined> {
  const texts = [line, ...[...line.matchAll(/file:\/\/(\/[^\0]+)/g)].map(([, path]) => read(path))]
  for (const text of texts) {
    const [, port, secret] = /127\.0\.0\.1:(\d+)\/#token=([0-9a-f]{64})/.exec(text) ?? []
    if (port === undefined || secret === undefined) continue
    return (await upgrade(Number(port), secret)) ?? 'read the secret, but was not let in'
  }
  return undefined
}

function commandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => read(`/proc/${pid}/cmdline`))
}

function read(path = ''): string {
  try {
    return readFileSync(decodeURIComponent(path), 'utf8')
  } catch {
    return ''
  }
}

async function squat(path: string, forMs: number): Promise<string> {
  rmSync(path, { force: true })
  const server = createServer((socket) => socket.end('4242'))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o777)
  await new Promise((resolve) => setTimeout(resolve, forMs))
  return `listened as ${statSync(path).uid}`
}
