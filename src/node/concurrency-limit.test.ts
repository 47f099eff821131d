import { expect, test } from 'vitest'
import { atMost } from './concurrency-limit.ts'

test('no more than so many run at once, in order, and one that fails makes room', async () => {
  const inTurn = atMost(2)
  const begun: number[] = []
  const ends: (() => void)[] = []
  const all = [0, 1, 2, 3].map((number) =>
    inTurn(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(number)
          ends.push(() => {
            if (number === 1) reject(new Error('failed'))
            else resolve(number)
          })
        }),
    ),
  )
  const settled = Promise.allSettled(all)
  expect(begun).toEqual([0, 1])
  ends[1]?.()
  await expect.poll(() => begun).toEqual([0, 1, 2])
  ends[0]?.()
  await expect.poll(() => begun).toEqual([0, 1, 2, 3])
  for (const end of ends) end()
  expect((await settled).map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
})
