import { expect, test } from 'vitest'
import { createRestartPolicy } from './restart-policy.ts'

const MINUTE_MS = 60_000

/** The wait before each start that follows an end at these minutes; undefined where none follows. */
function waitsMs(...endMinutes: readonly number[]): (number | undefined)[] {
  let nowMs = 0
  let waitMs: number | undefined
  const policy = createRestartPolicy({
    nowMs: () => nowMs,
    after: (delayMs) => {
      waitMs = delayMs
      return () => undefined
    },
  })
  return endMinutes.map((minute) => {
    nowMs = minute * MINUTE_MS
    waitMs = undefined
    expect(policy.restart(() => undefined)).toBe(waitMs !== undefined)
    return waitMs
  })
}

test('waits longer each time and gives up at the third end within five minutes', () => {
  expect(waitsMs(0, 1, 2)).toEqual([250, 500, undefined])
})

test('forgets ends that are five minutes old', () => {
  expect(waitsMs(0, 4, 5.5, 10, 16)).toEqual([250, 500, 500, 500, 250])
})

test('starts when the wait is over, and not once it was cancelled', () => {
  let isDue = false
  let started = 0
  let act = (): void => undefined
  const policy = createRestartPolicy({
    nowMs: () => 0,
    after: (_delayMs, start) => {
      act = start
      isDue = true
      return () => (isDue = false)
    },
  })
  policy.cancel()
  policy.restart(() => (started += 1))
  expect(started).toBe(0)
  act()
  expect([started, isDue]).toEqual([1, true])
  policy.cancel()
  expect(isDue).toBe(false)
})
