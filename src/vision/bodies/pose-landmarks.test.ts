import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelsToRegion } from '../hands/region.ts'
import {
  decodePose,
  HEATMAP_CELLS,
  POSE_INPUT_PX,
  POSE_LANDMARKS,
  RAW_LANDMARKS,
  RAW_VALUES,
} from './pose-landmarks.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const regions = fc.record({
  centerXPx: number(0, 640),
  centerYPx: number(0, 480),
  widthPx: number(20, 800),
  rotationRad: number(-3, 3),
})
const values = fc.array(number(0, POSE_INPUT_PX), {
  minLength: RAW_LANDMARKS * RAW_VALUES,
  maxLength: RAW_LANDMARKS * RAW_VALUES,
})
/** Heat maps that are sure of nothing. */
const heatmaps = new Float32Array(RAW_LANDMARKS * HEATMAP_CELLS).fill(-40)
const outputOf = (raw: readonly number[]) => ({
  landmarks: Float32Array.from(raw),
  presence: 0.9,
  heatmaps,
  world: Float32Array.from(raw.slice(0, RAW_LANDMARKS * 3), (value) => value / 200),
})

test('puts landmarks where the region is: back in the region they are where the model saw them', () => {
  fc.assert(
    fc.property(regions, values, (square, raw) => {
      const region = { ...square, heightPx: square.widthPx }
      const { landmarks } = decodePose(outputOf(raw), region, 640, 480)
      for (let joint = 0; joint < POSE_LANDMARKS; joint++) {
        const [x = NaN, y = NaN] = landmarks.subarray(3 * joint)
        const { u, v } = pixelsToRegion(region, { x: x * 640, y: y * 480 })
        expect(u * POSE_INPUT_PX).toBeCloseTo(raw[RAW_VALUES * joint] ?? NaN, 1)
        expect(v * POSE_INPUT_PX).toBeCloseTo(raw[RAW_VALUES * joint + 1] ?? NaN, 1)
      }
    }),
  )
})

test('turning the region turns the world and keeps its lengths', () => {
  const raw = Array.from({ length: RAW_LANDMARKS * RAW_VALUES }, (_, index) => (index * 37) % 256)
  const region = { centerXPx: 320, centerYPx: 240, widthPx: 300, heightPx: 300, rotationRad: 0 }
  const upright = decodePose(outputOf(raw), region, 640, 480).world
  const turned = decodePose(outputOf(raw), { ...region, rotationRad: Math.PI / 2 }, 640, 480).world
  for (let at = 0; at < POSE_LANDMARKS * 3; at += 3) {
    expect(turned[at]).toBeCloseTo(-(upright[at + 1] ?? NaN), 5)
    expect(turned[at + 1]).toBeCloseTo(upright[at] ?? NaN, 5)
    expect(turned[at + 2]).toBe(upright[at + 2])
  }
})

test('tells logits as shares', () => {
  const raw = Array.from({ length: RAW_LANDMARKS * RAW_VALUES }, () => 0)
  raw[4 * RAW_VALUES + 3] = 40
  raw[4 * RAW_VALUES + 4] = -40
  const region = { centerXPx: 0, centerYPx: 0, widthPx: 10, heightPx: 10, rotationRad: 0 }
  const { visibility, inPicture } = decodePose(outputOf(raw), region, 640, 480)
  expect([visibility[3], visibility[4], inPicture[4]]).toEqual([0.5, 1, expect.closeTo(0)])
})
