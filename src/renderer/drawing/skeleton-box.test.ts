import { expect, test } from 'vitest'
import { skeletonBox } from './skeleton-box.ts'

const stage = { widthPx: 1280, heightPx: 960 }
const fit = { leftPx: 0, topPx: 0, ...stage }
const hand = (...places: readonly (readonly [number, number])[]) => ({
  handedness: 'right' as const,
  landmarks: places.map(([x, y]) => ({ x, y, z: 0 })),
})

test('covers all hands with room to spare, in steps of 128 pixels', () => {
  expect(skeletonBox([hand([0.5, 0.5], [0.6, 0.6])], fit, stage)).toEqual({
    leftPx: 640 - 16,
    topPx: 480 - 16,
    widthPx: 256,
    heightPx: 128,
  })
  expect(skeletonBox([hand([0.1, 0.5]), hand([0.9, 0.5])], fit, stage)?.widthPx).toBe(1152)
})

test('ends where the stage ends', () => {
  expect(skeletonBox([hand([-0.2, -0.1], [0.05, 0.05])], fit, stage)).toEqual({
    leftPx: 0,
    topPx: 0,
    widthPx: 128,
    heightPx: 128,
  })
})

test('is nothing without a hand, or with one that is out of sight', () => {
  expect(skeletonBox([], fit, stage)).toBeUndefined()
  expect(skeletonBox([hand([1.2, 0.5], [1.3, 0.6])], fit, stage)).toBeUndefined()
})
