import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRepetition, NO_REPETITIONS, SQUAT, type RepetitionState } from './repetitions.ts'

/** Frames 100 ms apart. */
const counted = (degrees: readonly number[]): RepetitionState =>
  degrees.reduce(
    (state, value, index) => countRepetition(state, value, index * 100, SQUAT),
    NO_REPETITIONS,
  )
const squat = [10, 50, 90, 110, 90, 100, 60, 20]

test('counts a squat when it is over', () => {
  expect(counted(squat.slice(0, -1)).count).toBe(0)
  expect(counted(squat)).toMatchObject({ count: 1, phase: 'straight' })
  expect(counted([...squat, ...squat, ...squat]).count).toBe(3)
})

test('does not count half a squat, trembling at a line, or a jump of one frame', () => {
  expect(counted([10, 60, 70, 60, 10]).count).toBe(0)
  expect(counted([10, 80, 70, 80, 70, 80, 70, 80, 41, 80, 20]).count).toBe(1)
  expect(counted([10, 110, 10, 110, 10]).count).toBe(0)
})

test('begins with somebody who stands', () => {
  expect(counted([100, 110, 90, 20, 10]).count).toBe(0)
  expect(counted([100, 110, 90, ...squat]).count).toBe(1)
})

test('a joint that is not seen for a while changes nothing', () => {
  expect(counted([10, 50, 90, NaN, NaN, 90, 20]).count).toBe(1)
})

test('never counts more than the line was crossed', () => {
  const values = fc.array(fc.double({ min: 0, max: 150, noNaN: true }), { maxLength: 60 })
  fc.assert(
    fc.property(values, (degrees) => {
      const down = degrees.filter(
        (value, index) => value >= SQUAT.bentDeg && (degrees[index - 1] ?? 0) < SQUAT.bentDeg,
      )
      expect(counted(degrees).count).toBeLessThanOrEqual(down.length)
    }),
  )
})
