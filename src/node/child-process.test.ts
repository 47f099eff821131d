import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startProcess, type ProcessClient, type ProcessStart } from './child-process.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'beckon-child-'))
})
afterAll(() => rm(folder, { recursive: true }))

const running: ProcessClient<string>[] = []
afterEach(async () => {
  for (const child of running) child.kill()
  await Promise.all(running.splice(0).map(({ ended }) => ended))
})

async function start(
  program: string,
  options: Partial<ProcessStart<string>> = {},
): Promise<ProcessClient<string>> {
  const entry = join(folder, `${crypto.randomUUID()}.mjs`)
  await writeFile(entry, program)
  const parse = (message: unknown): string | undefined =>
    typeof message === 'string' ? message : undefined
  const child = startProcess({ entry, errors: 'kept', parse, ...options })
  running.push(child)
  return child
}

const LONG_MS = 30_000
const FOREVER = 'setInterval(() => undefined, 1000);'
const UNTIL_TOLD = `${FOREVER} process.on('disconnect', () => process.exit(7));`
const ECHO = `process.on('message', ({ say }) => process.send(say));`
const READY = `process.send('ready');`

test('what a process says first makes it ready; it is sent to and heard from then on', async () => {
  const child = await start(`${ECHO} ${READY}`)
  expect(await child.firstMessage(LONG_MS)).toEqual({ kind: 'message', message: 'ready' })
  const heard = new Promise((resolve) => child.onMessage(resolve))
  child.send({ say: { unknown: true } })
  child.send({ say: 'yes' })
  expect([await heard, child.isRunning(), child.pid > 0]).toEqual(['yes', true, true])
})

test('one that is not ready in time is late', async () => {
  const child = await start(FOREVER)
  expect(await child.firstMessage(50)).toEqual({ kind: 'late' })
})

test('one that ends before it is ready says how, and its last words are there', async () => {
  const child = await start(`process.stderr.write('no display\\n', () => process.exit(3))`)
  expect(await child.firstMessage(LONG_MS)).toEqual({ kind: 'exited', code: 3, signal: null })
  expect([child.lastWords(), child.isRunning()]).toEqual(['no display\n', false])
})

test('the end is told when everything that was written has been read', async () => {
  // What it starts goes on writing to the same stream after its own end.
  const child = await start(`
    import { spawn } from 'node:child_process'
    const late = 'setTimeout(() => console.error("at last"), 200)'
    spawn(process.execPath, ['-e', late], { stdio: ['ignore', 'ignore', 'inherit'] })
    process.exit(3)`)
  expect(await child.ended).toEqual({ kind: 'exited', code: 3, signal: null })
  expect(child.lastWords()).toBe('at last\n')
})

test('one that cannot be started has ended, with the reason', async () => {
  const { execPath } = process
  process.execPath = join(folder, 'no-such-program')
  const child = await start(READY).finally(() => {
    process.execPath = execPath
  })
  const end = { kind: 'not-started', reason: expect.stringContaining('ENOENT') }
  expect(await child.firstMessage(LONG_MS)).toEqual(end)
  expect([await child.ended, child.pid, child.isRunning()]).toEqual([end, 0, false])
  await child.stop()
})

test('to stop one is to close its channel, and to wait', async () => {
  const child = await start(`${UNTIL_TOLD} ${READY}`)
  await child.firstMessage(LONG_MS)
  await child.stop()
  expect(await child.ended).toEqual({ kind: 'exited', code: 7, signal: null })
  child.send({ say: 'too late' })
})

test('one that does not end when it is told is killed after a while', async () => {
  const child = await start(`${FOREVER} process.on('disconnect', () => undefined); ${READY}`)
  await child.firstMessage(LONG_MS)
  await child.stop(50)
  expect(await child.ended).toEqual({ kind: 'exited', code: null, signal: 'SIGKILL' })
})

test('a kill ends it at once', async () => {
  const child = await start(`${FOREVER} ${READY}`)
  await child.firstMessage(LONG_MS)
  child.kill()
  expect(await child.ended).toMatchObject({ signal: 'SIGKILL' })
})

test('its options, arguments and environment are those that it was given', async () => {
  const told = `process.send([process.execArgv, process.argv[2], process.env.WORD].join(' '))`
  const child = await start(told, {
    args: ['argument'],
    nodeOptions: ['--max-semi-space-size=1'],
    env: { ...process.env, WORD: 'word' },
  })
  const message = '--max-semi-space-size=1 argument word'
  expect(await child.firstMessage(LONG_MS)).toEqual({ kind: 'message', message })
})

test.skipIf(process.platform !== 'linux')(
  'one that stands apart is not ended with its starter’s process group',
  async () => {
    const told = `import { readFileSync } from 'node:fs'
      const stat = readFileSync('/proc/self/stat', 'utf8')
      process.send(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2] === String(process.pid) ? 'own' : 'shared')`
    const said = async (isApart: boolean) => (await start(told, { isApart })).firstMessage(LONG_MS)
    expect([await said(true), await said(false)]).toEqual([
      { kind: 'message', message: 'own' },
      { kind: 'message', message: 'shared' },
    ])
  },
)
