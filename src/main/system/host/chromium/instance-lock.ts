import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer, connect, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { failed, ok, type Result } from '../../../../contract/boundary/result.ts'
import { onlyEnglish } from '../../../../core/sentence/sentence.ts'
import { hearErrors } from '../../../../node/hear-errors.ts'

export interface InstanceLock {
  release(): Promise<void>
}

/** Systems cut the paths of sockets at about this length. */
const MAX_SOCKET_PATH = 100
const ANSWER_LIMIT_MS = 2000

/**
 * Keeps a second Beckon from using the same data folder: two would fight over the pointer. The lock is a socket that we
 * listen on, not a file with a process id: it is free the moment its owner dies, and an id that is given to another
 * program after a restart cannot keep Beckon out. `onSecond` hears of a second start, to show the window of the first.
 */
export async function takeInstanceLock(
  dataDir: string,
  onSecond: () => void,
): Promise<Result<InstanceLock>> {
  mkdirSync(dataDir, { recursive: true })
  const path = socketPath(dataDir)
  const server = hearErrors(
    createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.end(String(process.pid))
      onSecond()
    }),
  )
  if (await listen(server, path)) return ok(lockOf(server))
  const owner = await lockOwnerOf(path)
  if (owner === undefined) {
    // Nobody listens: a crash left the socket's file behind.
    rmSync(path, { force: true })
    if (await listen(server, path)) return ok(lockOf(server))
  }
  return failed(
    onlyEnglish(`Beckon is already running${owner === undefined ? '' : ` (process ${owner})`}.`),
    onlyEnglish('Use its window, or end it first.'),
  )
}

function socketPath(dataDir: string): string {
  const folder = resolve(dataDir)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\beckon-${name}`
  const inside = join(folder, 'running.socket')
  return inside.length <= MAX_SOCKET_PATH ? inside : join(tmpdir(), `beckon-${name}.socket`)
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((done) => {
    server.once('error', () => {
      done(false)
    })
    server.listen(path, () => {
      // The lock alone keeps no process alive.
      server.unref()
      done(true)
    })
  })
}

/** The process id of who listens; `unknown` when it does not say in time; undefined when nobody listens. */
function lockOwnerOf(path: string): Promise<string | undefined> {
  return new Promise((done) => {
    let said = ''
    const socket = connect(path)
    socket.setTimeout(ANSWER_LIMIT_MS, () => {
      done('unknown')
      socket.destroy()
    })
    socket.on('data', (chunk) => {
      said += chunk.toString()
    })
    socket.once('end', () => {
      done(/^\d+$/.test(said) ? said : 'unknown')
    })
    socket.once('error', () => {
      done(undefined)
    })
  })
}

function lockOf(server: Server): InstanceLock {
  return {
    release: () =>
      new Promise((done) => {
        server.close(() => {
          done()
        })
      }),
  }
}
