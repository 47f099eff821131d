import { expect, test } from 'vitest'
import { i420FromBytes, MAX_SIDE_PX, pixelsFault, type Pixels } from './pixels.ts'

const rgb = (widthPx: number, heightPx: number, strideBytes: number, bytes: number): Pixels => ({
  format: 'rgb',
  widthPx,
  heightPx,
  strideBytes,
  data: new Uint8Array(bytes),
})

test('accepts pictures that hold what they say, padded or not, odd or even', () => {
  expect(pixelsFault(rgb(3, 2, 9, 18))).toBeUndefined()
  expect(pixelsFault(rgb(3, 2, 12, 21))).toBeUndefined()
  expect(pixelsFault(i420FromBytes(new Uint8Array(5 * 3 + 2 * 3 * 2), 5, 3))).toBeUndefined()
})

test.each([
  ['no size', rgb(0, 2, 0, 0), 'a picture of 0×2 px'],
  ['a fraction', rgb(2.5, 2, 9, 18), 'a picture of 2.5×2 px'],
  ['a monster', rgb(MAX_SIDE_PX + 1, 1, 30_000, 30_000), 'sides are whole numbers from 1 to 8192'],
  ['a short stride', rgb(3, 2, 8, 18), 'rgb: a stride of 8 bytes; a row has 9'],
  ['missing bytes', rgb(3, 2, 9, 17), 'rgb: 17 bytes; 18 are needed'],
  ['cut chroma', i420FromBytes(new Uint8Array(16 + 4 + 3), 4, 4), 'v: 3 bytes; 4 are needed'],
])('names what is wrong: %s', (_what, pixels, fault) => {
  expect(pixelsFault(pixels)).toContain(fault)
})
