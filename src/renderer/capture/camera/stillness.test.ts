import { expect, test } from 'vitest'
import { createStillness } from './stillness.ts'

test('speaks once when a device’s picture stays the same for more than three seconds', () => {
  const stillness = createStillness()
  stillness.restart(true)
  const said = [0, 1000, 2000, 3000, 3500, 9000].map((atMs) => stillness.step(7, atMs))
  expect(said.map((words) => words !== undefined)).toEqual([
    false,
    false,
    false,
    false,
    true,
    false,
  ])
})

test('is quiet while the picture rustles, and about videos and the demo hand', () => {
  const stillness = createStillness()
  stillness.restart(true)
  expect([0, 2000, 4000, 6000].map((atMs) => stillness.step(atMs, atMs))).toEqual(
    Array(4).fill(undefined),
  )
  stillness.restart(false)
  expect([0, 9000].map((atMs) => stillness.step(7, atMs))).toEqual([undefined, undefined])
})
