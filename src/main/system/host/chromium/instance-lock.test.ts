import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { takeInstanceLock } from './instance-lock.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'beckon-lock-'))
})
afterEach(() => rm(dir, { recursive: true }))
const nobody = (): void => undefined

test('refuses a second instance by the process id of the first, and tells the first', async () => {
  const onSecond = vi.fn()
  const first = await takeInstanceLock(dir, onSecond)
  expect(await takeInstanceLock(dir, nobody)).toEqual({
    ok: false,
    problem: {
      message: `Beckon is already running (process ${process.pid}).`,
      fix: 'Use its window, or end it first.',
    },
  })
  expect(onSecond).toHaveBeenCalledOnce()
  if (first.ok) await first.value.release()
})

test('is free again after its release', async () => {
  const first = await takeInstanceLock(dir, nobody)
  if (first.ok) await first.value.release()
  const second = await takeInstanceLock(dir, nobody)
  expect(second.ok).toBe(true)
  if (second.ok) await second.value.release()
})

test('lets instances with other data folders be', async () => {
  const locks = await Promise.all(
    ['a', 'b'].map((name) => takeInstanceLock(join(dir, name), nobody)),
  )
  expect(locks.map((lock) => lock.ok)).toEqual([true, true])
  for (const lock of locks) if (lock.ok) await lock.value.release()
})

test('takes over from an instance that was killed', async () => {
  const module = new URL('./instance-lock.ts', import.meta.url).href
  const program = `
    import { takeInstanceLock } from ${JSON.stringify(module)}
    const lock = await takeInstanceLock(${JSON.stringify(dir)}, () => {})
    console.log(lock.ok)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect((await takeInstanceLock(dir, nobody)).ok).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  if (process.platform !== 'win32') expect(existsSync(join(dir, 'running.socket'))).toBe(true)
  const lock = await takeInstanceLock(dir, nobody)
  expect(lock.ok).toBe(true)
  if (lock.ok) await lock.value.release()
})
