import { expect, test } from 'vitest'
import { i420FromRgba } from './camera-like.ts'

test.each([
  ['red', [255, 0, 0], [82, 90, 240]],
  ['green', [0, 255, 0], [145, 54, 34]],
  ['blue', [0, 0, 255], [41, 240, 110]],
  ['white', [255, 255, 255], [235, 128, 128]],
  ['black', [0, 0, 0], [16, 128, 128]],
])('writes %s as BT.601 has it', (_name, rgb, yuv) => {
  const rgba = Array.from({ length: 4 }, () => [...rgb, 255]).flat()
  const [y = 0, u = 0, v = 0] = yuv
  expect([...i420FromRgba(rgba, 2, 2)]).toEqual([y, y, y, y, u, v])
})

test('rounds chroma up for odd sides', () => {
  const rgba = new Uint8Array(3 * 5 * 4)
  expect(i420FromRgba(rgba, 3, 5).length).toBe(15 + 2 * 2 * 3)
})
