import { expect, test } from 'vitest'
import { createFrameClock } from './frame-clock.ts'

test('counts from the first frame by the camera’s own clock', () => {
  const clock = createFrameClock()
  expect(clock.stamp(5_000_000, 100)).toBe(0)
  expect(clock.stamp(5_033_000, 140)).toBe(33)
})

test('refuses a frame that is not newer than the last', () => {
  const clock = createFrameClock()
  clock.stamp(5_000_000, 0)
  clock.stamp(5_033_000, 33)
  expect(clock.stamp(5_033_000, 66)).toBeUndefined()
  expect(clock.stamp(5_010_000, 70)).toBeUndefined()
  expect(clock.stamp(5_066_000, 80)).toBe(66)
})

test('goes on from the time that has passed when another camera counts from elsewhere', () => {
  const clock = createFrameClock()
  clock.stamp(9_000_000, 1000)
  clock.restart()
  expect(clock.stamp(0, 3000)).toBe(2000)
  expect(clock.stamp(40_000, 3050)).toBe(2040)
})

test('never goes back, even if the old camera’s clock ran ahead', () => {
  const clock = createFrameClock()
  clock.stamp(0, 0)
  clock.stamp(500_000, 100)
  clock.restart()
  expect(clock.stamp(0, 200)).toBeUndefined()
})

test('drops a time that is no number', () => {
  const clock = createFrameClock()
  clock.stamp(0, 0)
  expect(clock.stamp(NaN, 10)).toBeUndefined()
})
