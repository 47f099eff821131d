import { expect, test } from 'vitest'
import { createRestartPolicy } from './restart-policy.ts'

const MINUTE = 60_000

test('waits longer each time and gives up at the third end within five minutes', () => {
  const policy = createRestartPolicy()
  expect([0, 1, 2].map((minute) => policy.afterEnd(minute * MINUTE))).toEqual([250, 500, undefined])
})

test('forgets ends that are five minutes old', () => {
  const policy = createRestartPolicy()
  const minutes = [0, 4, 5.5, 10, 16]
  const waits = minutes.map((minute) => policy.afterEnd(minute * MINUTE))
  expect(waits).toEqual([250, 500, 500, 500, 250])
})
