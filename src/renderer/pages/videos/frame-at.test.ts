import { expect, test } from 'vitest'
import { frameAt } from './frame-at.ts'

test.each([
  [-5, 0],
  [0, 0],
  [39, 0],
  [40, 1],
  [79, 1],
  [200, 3],
  [9000, 3],
])('at %i ms frame %i is on screen', (atMs, frame) => {
  // Not evenly spaced, as videos of telephones are.
  expect(frameAt([0, 40, 80, 200], atMs)).toBe(frame)
})

test('a video without frames has a first one all the same', () => {
  expect(frameAt([], 100)).toBe(0)
})
