import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { inEnglish } from '../../../core/sentence/sentence.ts'
import { sendToRunning } from './command-client.ts'
import type { ControlCommand } from './command.ts'
import { controlFilePath, parseControlPlace } from './command-socket.ts'
import { openCommandServer } from './command-server.ts'

let dir = ''
let heard: ControlCommand[] = []
let close: (() => Promise<void>) | undefined

async function open(folder = dir): Promise<void> {
  const opened = await openCommandServer(folder, (command) => {
    heard.push(command)
    return { isDone: true, lines: [command.kind], status: { mode: 'watching' } }
  })
  if (!opened.ok) throw new Error(inEnglish(opened.problem.message))
  close = opened.value
}
beforeEach(async () => {
  heard = []
  dir = await mkdtemp(join(tmpdir(), 'beckon-control-test-'))
})
afterEach(async () => {
  await close?.()
  close = undefined
  await rm(dir, { recursive: true, force: true })
})

it('hears a command and answers it', async () => {
  await open()
  const told = await sendToRunning(dir, { kind: 'switch', project: 'Video call 👋' })
  expect(told).toEqual({
    kind: 'answered',
    answer: { isDone: true, lines: ['switch'], status: { mode: 'watching' } },
  })
  expect(heard).toEqual([{ kind: 'switch', project: 'Video call 👋' }])
})

it('is for the user alone', async () => {
  await open()
  const modes = await Promise.all(
    ['control.json', 'control.socket'].map(async (name) => (await stat(join(dir, name))).mode),
  )
  expect(modes.map((mode) => (mode & 0o777).toString(8))).toEqual(['600', '600'])
})

it('makes its file its own, whatever was there', async () => {
  await writeFile(controlFilePath(dir), 'old')
  await chmod(controlFilePath(dir), 0o666)
  await open()
  expect((await stat(controlFilePath(dir))).mode & 0o777).toBe(0o600)
})

it.each([
  ['a wrong token', (token: string) => ({ token: `${token}x`, command: { kind: 'pause' } })],
  ['a token in a list', (token: string) => ({ token: [token], command: { kind: 'pause' } })],
  ['no token', () => ({ command: { kind: 'pause' } })],
  ['no command', (token: string) => ({ token, command: { kind: 'format-disk' } })],
  ['half a command', (token: string) => ({ token, command: { kind: 'switch' } })],
  ['no object', () => 7],
])('hangs up on %s without a word', async (_what, make) => {
  await open()
  const place = parseControlPlace(await readFile(controlFilePath(dir), 'utf8'))
  expect(await say(`${JSON.stringify(make(place?.token ?? ''))}\n`)).toBe('')
  expect(await say('x'.repeat(50_000))).toBe('')
  expect(heard).toEqual([])
})

async function say(line: string): Promise<string> {
  const place = parseControlPlace(await readFile(controlFilePath(dir), 'utf8'))
  const socket = connect(place?.address ?? '')
  let answer = ''
  socket.on('error', () => undefined)
  socket.setEncoding('utf8').on('data', (part: string) => (answer += part))
  socket.write(line)
  await once(socket, 'close')
  return answer
}

it('leaves nothing behind, and then nobody answers', async () => {
  await open()
  await close?.()
  close = undefined
  expect(await readdir(dir)).toEqual([])
  expect(await sendToRunning(dir, { kind: 'status' })).toEqual({ kind: 'not-running' })
})

it('starts over what a killed one left, and is told apart from one that runs', async () => {
  const left = { address: join(dir, 'control.socket'), token: 't', pid: 1 }
  await writeFile(controlFilePath(dir), JSON.stringify(left))
  await writeFile(left.address, '')
  expect(await sendToRunning(dir, { kind: 'status' })).toEqual({ kind: 'not-running' })
  await open()
  expect(await sendToRunning(dir, { kind: 'status' })).toMatchObject({ kind: 'answered' })
})

it('finds room for its socket beside a folder whose path is too long for one', async () => {
  const long = await mkdtemp(join(dir, 'x'.repeat(120)))
  await open(long)
  expect(await sendToRunning(long, { kind: 'status' })).toMatchObject({ kind: 'answered' })
})
