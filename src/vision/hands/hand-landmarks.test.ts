import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHand, HAND_INPUT_PX, LANDMARKS, regionOfLandmarks } from './hand-landmarks.ts'
import { pixelsToRegion, regionToPixels } from './region.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const regions = fc.record({
  centerXPx: number(0, 640),
  centerYPx: number(0, 480),
  widthPx: number(20, 800),
  rotationRad: number(-3, 3),
})
const inputs = fc.array(number(0, HAND_INPUT_PX), { minLength: 63, maxLength: 63 })
const square = ({
  widthPx,
  ...rest
}: {
  widthPx: number
  centerXPx: number
  centerYPx: number
  rotationRad: number
}) => ({
  ...rest,
  widthPx,
  heightPx: widthPx,
})
const outputOf = (values: readonly number[]) => ({
  landmarks: Float32Array.from(values),
  presence: 0.9,
  handedness: 0.8,
  world: Float32Array.from(values, (value) => value / 2000),
})
const at = (values: Float32Array, index: number): number => values[index] ?? NaN

test('puts landmarks where the region is: back in the region they are where the model saw them', () => {
  fc.assert(
    fc.property(regions, inputs, (plain, values) => {
      const region = square(plain)
      const { landmarks } = decodeHand(outputOf(values), region, 640, 480)
      for (let joint = 0; joint < LANDMARKS; joint++) {
        const point = { x: at(landmarks, 3 * joint) * 640, y: at(landmarks, 3 * joint + 1) * 480 }
        const { u, v } = pixelsToRegion(region, point)
        expect(u * HAND_INPUT_PX).toBeCloseTo(values[3 * joint] ?? NaN, 1)
        expect(v * HAND_INPUT_PX).toBeCloseTo(values[3 * joint + 1] ?? NaN, 1)
      }
    }),
  )
})

test('metres turn with the picture and keep their lengths', () => {
  fc.assert(
    fc.property(regions, inputs, (plain, values) => {
      const output = outputOf(values)
      const { world } = decodeHand(output, square(plain), 640, 480)
      for (let joint = 0; joint < LANDMARKS; joint++) {
        const length = (points: Float32Array): number =>
          Math.hypot(at(points, 3 * joint), at(points, 3 * joint + 1), at(points, 3 * joint + 2))
        expect(length(world)).toBeCloseTo(length(output.world), 5)
        expect(at(world, 3 * joint + 2)).toBe(at(output.world, 3 * joint + 2))
      }
    }),
  )
})

test('depth is measured in picture widths, whatever the size of the region', () => {
  const values = Array.from({ length: 63 }, () => 100)
  const region = { centerXPx: 0, centerYPx: 0, widthPx: 320, heightPx: 320, rotationRad: 0 }
  const { landmarks } = decodeHand(outputOf(values), region, 640, 480)
  // MediaPipe's normalize_z is 0.4.
  expect(at(landmarks, 2)).toBeCloseTo(100 / 224 / 0.4 / 2, 5)
})

test('the region of a turned hand is the turned region of the hand', () => {
  const hand = fc.array(fc.tuple(number(0.3, 0.7), number(0.3, 0.7)), {
    minLength: LANDMARKS,
    maxLength: LANDMARKS,
  })
  fc.assert(
    fc.property(hand, number(-3, 3), (points, turnRad) => {
      const side = 500
      const landmarksOf = (list: readonly (readonly [number, number])[]): Float32Array =>
        Float32Array.from(list.flatMap(([x, y]) => [x, y, 0]))
      const pivot = {
        centerXPx: 250,
        centerYPx: 250,
        widthPx: side,
        heightPx: side,
        rotationRad: turnRad,
      }
      const turned = points.map(([x, y]) => {
        const point = regionToPixels(pivot, x, y)
        return [point.x / side, point.y / side] as const
      })
      const before = regionOfLandmarks(landmarksOf(points), side, side)
      const after = regionOfLandmarks(landmarksOf(turned), side, side)
      fc.pre(before.widthPx > 1)
      const expected = regionToPixels(pivot, before.centerXPx / side, before.centerYPx / side)
      expect(Math.abs(after.widthPx - before.widthPx)).toBeLessThan(0.5)
      expect(Math.hypot(after.centerXPx - expected.x, after.centerYPx - expected.y)).toBeLessThan(
        0.5,
      )
      const turn = after.rotationRad - before.rotationRad - turnRad
      expect(Math.cos(turn)).toBeGreaterThan(0.999)
    }),
  )
})
