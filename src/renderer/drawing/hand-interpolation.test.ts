import { expect, test } from 'vitest'
import { createHandInterpolation } from './hand-interpolation.ts'

const hand = (x: number) => ({ handedness: 'right' as const, landmarks: [{ x, y: 0.5, z: 0 }] })
const xAt = (interpolation: ReturnType<typeof createHandInterpolation>, atMs: number) =>
  interpolation.at(atMs)[0]?.landmarks[0]?.x

test('glides from one detection to the next in the time between them', () => {
  const interpolation = createHandInterpolation()
  interpolation.add([hand(0.2)], 1000)
  interpolation.add([hand(0.4)], 1100)
  expect([1100, 1150, 1200, 1300].map((atMs) => xAt(interpolation, atMs))).toEqual([
    0.2,
    expect.closeTo(0.3),
    0.4,
    0.4,
  ])
})

test('turns without a jump when a detection comes early', () => {
  const interpolation = createHandInterpolation()
  interpolation.add([hand(0.2)], 1000)
  interpolation.add([hand(0.4)], 1100)
  interpolation.add([hand(0.2)], 1150)
  expect(xAt(interpolation, 1150)).toBeCloseTo(0.3)
})

test('shows a new hand at once where it is', () => {
  const interpolation = createHandInterpolation()
  interpolation.add([], 1000)
  interpolation.add([hand(0.7)], 1100)
  expect(xAt(interpolation, 1100)).toBe(0.7)
})

test('shows nothing when the hand is gone or detections stop', () => {
  const interpolation = createHandInterpolation()
  interpolation.add([hand(0.2)], 1000)
  expect(interpolation.at(1501)).toEqual([])
  interpolation.add([hand(0.2)], 2000)
  interpolation.add([], 2100)
  expect(interpolation.at(2100)).toEqual([])
})
