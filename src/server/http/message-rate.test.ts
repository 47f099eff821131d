import { expect, test } from 'vitest'
import { createAllowance } from './message-rate.ts'

test('an allowance is spent, and comes back with time, for a second at most', () => {
  let nowMs = 0
  const mayTake = createAllowance(4, () => nowMs)
  const taken = (count: number): number =>
    Array.from({ length: count }, mayTake).filter(Boolean).length
  expect(taken(10)).toBe(4)
  nowMs = 500
  expect(taken(10)).toBe(2)
  nowMs = 60_000
  expect(taken(10)).toBe(4)
})
