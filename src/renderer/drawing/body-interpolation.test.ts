import { expect, test } from 'vitest'
import { madeUpBody } from '../testing/made-up-body.ts'
import { createBodyInterpolation, type ShownBodies } from './body-interpolation.ts'

/** Somebody whose whole body is so far to the picture's right. */
const at = (right: number, trackId = 1) => {
  const body = madeUpBody({ trackId })
  return { ...body, landmarks: body.landmarks.map(() => ({ x: right, y: 0.5, z: 0 })) }
}
/** From the left, as in a mirror. */
const placeOf = (shown: ShownBodies | undefined): number | undefined =>
  shown?.bodies[0]?.landmarks[0]?.x

test('between the last two results a body goes as fast as it went, and it is said how late it is', () => {
  const interpolation = createBodyInterpolation()
  interpolation.add([at(0.2)], 1000, 1060)
  interpolation.add([at(0.4)], 1100, 1160)
  expect(placeOf(interpolation.at(1160))).toBeCloseTo(0.8)
  expect(interpolation.at(1160)?.delayMs).toBe(160)
  expect(placeOf(interpolation.at(1210))).toBeCloseTo(0.7)
  expect(interpolation.at(1210)?.delayMs).toBe(160)
  expect(placeOf(interpolation.at(1260))).toBeCloseTo(0.6)
})

test('it waits where it was seen last when the next result is late', () => {
  const interpolation = createBodyInterpolation()
  interpolation.add([at(0.2)], 1000, 1060)
  interpolation.add([at(0.4)], 1100, 1160)
  expect(placeOf(interpolation.at(1500))).toBeCloseTo(0.6)
  expect(interpolation.at(1500)?.delayMs).toBe(400)
})

test('nobody glides into somebody else, nor over a pause', () => {
  const interpolation = createBodyInterpolation()
  interpolation.add([at(0.2, 1)], 1000, 1060)
  interpolation.add([at(0.4, 2)], 1100, 1160)
  expect(placeOf(interpolation.at(1170))).toBeCloseTo(0.6)
  interpolation.add([at(0.9, 2)], 2000, 2060)
  expect(placeOf(interpolation.at(2061))).toBeCloseTo(0.1)
})

test('bodies are gone a second after the last result, or when it has none', () => {
  const interpolation = createBodyInterpolation()
  expect(interpolation.at(0)).toBeUndefined()
  interpolation.add([at(0.2)], 1000, 1060)
  expect(interpolation.at(2061)).toBeUndefined()
  interpolation.add([], 1100, 1160)
  expect(interpolation.at(1161)?.bodies).toEqual([])
})
