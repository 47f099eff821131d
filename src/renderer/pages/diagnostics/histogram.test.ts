import { expect, test } from 'vitest'
import { createHistogram } from './histogram.ts'

test('counts by steps, the longest in the last, and passes over what is no time', () => {
  const histogram = createHistogram(10)
  for (const ms of [0, 9.9, 10, 35, 9999, NaN, -1]) histogram.add(ms)
  const counts = histogram.counts()
  expect([counts[0], counts[1], counts[3], counts.at(-1)]).toEqual([2, 1, 1, 1])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5)
})

test('tells the time that half of all stayed below', () => {
  const histogram = createHistogram(10)
  expect(histogram.quantileMs(0.5)).toBeUndefined()
  for (const ms of [5, 15, 25, 35]) histogram.add(ms)
  expect([histogram.quantileMs(0.5), histogram.quantileMs(0.95)]).toEqual([20, 40])
})
