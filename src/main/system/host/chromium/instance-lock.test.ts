import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeInstanceLock } from './instance-lock.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beckon-lock-'))
})
afterEach(() => rm(dir, { recursive: true }))

test('refuses a second instance by the process id of the first', () => {
  const first = takeInstanceLock(dir)
  expect(takeInstanceLock(dir)).toEqual({
    ok: false,
    problem: {
      message: `Beckon is already running (process ${process.pid}).`,
      fix: 'Use its window, or end it first.',
    },
  })
  if (first.ok) first.value.release()
})

test('is free again after its release', () => {
  const first = takeInstanceLock(dir)
  if (first.ok) first.value.release()
  const second = takeInstanceLock(dir)
  expect(second.ok).toBe(true)
  if (second.ok) second.value.release()
})

test('lets instances with other data folders be', () => {
  const locks = ['a', 'b'].map((name) => takeInstanceLock(join(dir, name)))
  expect(locks.map((lock) => lock.ok)).toEqual([true, true])
  for (const lock of locks) if (lock.ok) lock.value.release()
})

test('lies in the data folder, however long its path, for the user alone', async () => {
  const long = join(dir, 'long'.repeat(40))
  const lock = takeInstanceLock(long)
  expect(lock.ok).toBe(true)
  const files = await readdir(long)
  expect(files.toSorted()).toEqual(['running.lock', 'running.pid'])
  const modes = await Promise.all([long, ...files.map((name) => join(long, name))].map(modeOf))
  if (process.platform !== 'win32') expect(modes).toEqual(['700', '600', '600'])
  if (lock.ok) lock.value.release()
})
const modeOf = async (path: string): Promise<string> =>
  ((await stat(path)).mode & 0o777).toString(8)

test('takes over from an instance that was killed', async () => {
  const child = await startHolder()
  expect(takeInstanceLock(dir).ok).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const lock = takeInstanceLock(dir)
  expect(lock.ok).toBe(true)
  if (lock.ok) lock.value.release()
})

test('of many that start at once after a crash exactly one has it', async () => {
  for (let round = 0; round < 3; round += 1) {
    const crashed = await startHolder()
    crashed.kill('SIGKILL')
    await once(crashed, 'exit')
    const holders = await Promise.all(Array.from({ length: 4 }, () => startHolder()))
    const answers = holders.map(({ answer }) => answer)
    expect(answers.filter((answer) => answer === 'true')).toHaveLength(1)
    for (const holder of holders) holder.kill('SIGKILL')
    await Promise.all(holders.map((holder) => holder.exitCode ?? once(holder, 'exit')))
  }
}, 60_000)

/** Another process that asks for the lock, says whether it has it, and goes on. */
async function startHolder() {
  const module = new URL('./instance-lock.ts', import.meta.url).href
  const program = `
    import { takeInstanceLock } from ${JSON.stringify(module)}
    const lock = takeInstanceLock(${JSON.stringify(dir)})
    console.log(lock.ok)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  return Object.assign(child, { answer: said.toString().trim() })
}
