import { expect, test } from 'vitest'
import { median } from './median.ts'

test.each([
  [[], undefined],
  [[7], 7],
  [[10, 9, 100], 10],
  [[4, 1, 3, 2], 3],
])('of %j it is %s', (values, middle) => {
  expect(median(values)).toBe(middle)
})
