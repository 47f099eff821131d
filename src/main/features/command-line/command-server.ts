import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { failed, ok, type Result } from '../../../contract/boundary/result.ts'
import { isSameSecret } from '../../../node/loopback-auth.ts'
import { saidBy } from '../../../contract/words/said-error.ts'
import { say } from '../../../contract/words/say.ts'
import {
  MOST_LINE_BYTES,
  parseCommand,
  type ControlAnswer,
  type ControlCommand,
} from './command.ts'
import { controlFilePath, type ControlPlace } from './command-socket.ts'
import { reportFault } from '../../../contract/boundary/faults.ts'

/** Systems cut the paths of sockets at about this length. */
const MAX_SOCKET_PATH = 100
/** A caller that says nothing for this long is hung up on. */
const PATIENCE_MS = 2000

/**
 * Listens for the command line. A socket in the user's own folder (on Windows a pipe) and not a port, which every program of
 * every user could talk to; and a token besides, in a file that only the user can read. One command and one answer, a line
 * of JSON each. Call when no other Beckon has this folder. Answers how to close it.
 */
export async function openCommandServer(
  dataDir: string,
  handle: (command: ControlCommand) => ControlAnswer | Promise<ControlAnswer>,
): Promise<Result<() => Promise<void>>> {
  const place = newControlPlace(dataDir)
  const server = createServer((socket) => {
    readCommands(socket, place.token, handle)
  })
  try {
    if (process.platform !== 'win32') rmSync(place.address, { force: true })
    await listen(server, place.address)
    if (process.platform !== 'win32') chmodSync(place.address, 0o600)
    await writeControlFile(dataDir, place)
  } catch (error) {
    server.close()
    return failed(say('The command line cannot reach this Beckon: {}', saidBy(error)))
  }
  server.on('error', (error) => reportFault({ stage: 'command-line', error }))
  return ok(() => close(server, dataDir, place))
}

function newControlPlace(dataDir: string): ControlPlace {
  const token = randomBytes(24).toString('base64url')
  const { pid } = process
  if (process.platform === 'win32') {
    return { address: `\\\\.\\pipe\\beckon-control-${randomBytes(8).toString('hex')}`, token, pid }
  }
  const inside = join(dataDir, 'control.socket')
  // A folder that this makes is the user's alone.
  const folder =
    inside.length <= MAX_SOCKET_PATH ? dataDir : mkdtempSync(join(tmpdir(), 'beckon-control-'))
  return { address: join(folder, 'control.socket'), token, pid }
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      // The channel alone keeps no process alive.
      server.unref()
      resolve()
    })
  })
}

async function writeControlFile(dataDir: string, place: ControlPlace): Promise<void> {
  rmSync(controlFilePath(dataDir), { force: true })
  const file = await open(controlFilePath(dataDir), 'wx', 0o600)
  try {
    await file.writeFile(JSON.stringify(place))
  } finally {
    await file.close()
  }
}

function readCommands(
  socket: Socket,
  token: string,
  handle: (command: ControlCommand) => ControlAnswer | Promise<ControlAnswer>,
): void {
  let text = ''
  const closeConnection = (): void => void socket.destroy()
  socket.setTimeout(PATIENCE_MS, closeConnection)
  socket.on('error', closeConnection)
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
    if (text.length > MOST_LINE_BYTES) return closeConnection()
    if (!text.includes('\n')) return
    socket.removeAllListeners('data')
    const command = commandIn(text, token)
    if (command === undefined) return closeConnection()
    Promise.resolve(handle(command)).then(
      (answer) => socket.end(`${JSON.stringify(answer)}\n`),
      (error: unknown) => {
        closeConnection()
        reportFault({ stage: 'command-line', error })
      },
    )
  })
}

/** The command of a caller that knows the token; whoever does not gets no answer at all. */
function commandIn(line: string, token: string): ControlCommand | undefined {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) return undefined
    if (!('token' in value) || typeof value.token !== 'string') return undefined
    if (!isSameSecret(value.token, token)) return undefined
    return 'command' in value ? parseCommand(value.command) : undefined
  } catch {
    return undefined
  }
}

async function close(server: Server, dataDir: string, place: ControlPlace): Promise<void> {
  rmSync(controlFilePath(dataDir), { force: true })
  await new Promise((resolve) => server.close(resolve))
  const folder = dirname(place.address)
  if (process.platform !== 'win32' && folder !== dataDir) rmSync(folder, { recursive: true })
}
