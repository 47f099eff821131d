import { expect, test } from 'vitest'
import { createSerialQueue } from './serial-queue.ts'

test('one begins when the one before has ended, in the order in which they were asked for', async () => {
  const inTurn = createSerialQueue()
  const log: string[] = []
  const act = (name: string) => async (): Promise<string> => {
    log.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    log.push(`${name} ends`)
    return name
  }
  expect(await Promise.all([inTurn(act('a')), inTurn(act('b'))])).toEqual(['a', 'b'])
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('one that fails says so to whoever asked for it, and holds up none', async () => {
  const inTurn = createSerialQueue()
  const failing = inTurn(() => Promise.reject(new Error('no')))
  const next = inTurn(() => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})
