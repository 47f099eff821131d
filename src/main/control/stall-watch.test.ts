import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchStalls } from './stall-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('tells that frames stopped while something is under way, and only then', () => {
  const now = { sinceLastMs: 300, isUnderWay: true }
  let stalls = 0
  const stop = watchStalls({
    sinceLastMs: () => now.sinceLastMs,
    isUnderWay: () => now.isUnderWay,
    onStall: () => (stalls += 1),
  })
  vi.advanceTimersByTime(100)
  expect(stalls).toBe(0)
  now.sinceLastMs = 301
  vi.advanceTimersByTime(50)
  expect(stalls).toBe(1)
  now.isUnderWay = false
  vi.advanceTimersByTime(100)
  expect(stalls).toBe(1)
  stop()
  expect(vi.getTimerCount()).toBe(0)
})
