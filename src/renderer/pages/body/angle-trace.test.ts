import { expect, test } from 'vitest'
import type { JointAngle } from '../../../core/body/joint-angles.ts'
import { createAngleTrace } from './angle-trace.ts'

const knee = (degrees: number, confidence = 1): JointAngle => ({
  name: 'left.knee',
  degrees,
  confidence,
  warning: undefined,
})

test('the last 15 seconds, the newest at 0', () => {
  const trace = createAngleTrace()
  for (const atMs of [0, 1000, 16_500]) trace.add(atMs, [knee(atMs / 100)])
  expect(trace.series(['left.knee', 'neck'])).toEqual([[0], [165], [null]])
})

test('what was not seen is a gap', () => {
  const trace = createAngleTrace()
  trace.add(0, [knee(10)])
  trace.add(500, [knee(20, 0.2)])
  expect(trace.series(['left.knee'])).toEqual([
    [-0.5, 0],
    [10, null],
  ])
})

test('time that starts over starts over', () => {
  const trace = createAngleTrace()
  trace.add(5000, [knee(10)])
  trace.add(20, [knee(30)])
  expect(trace.series(['left.knee'])).toEqual([[0], [30]])
})
