import fc from 'fast-check'
import { expect, test } from 'vitest'
import { i420FromBytes, type InterleavedPixels, type Pixels } from './pixels.ts'
import { letterbox, regionToPixels, type Region } from './region.ts'
import { warp, type Border } from './warp.ts'

const SIDE = 16

/** A picture whose red is x and whose green is y, in px: what is sampled says where it was sampled. */
function mapPicture(widthPx: number, heightPx: number): InterleavedPixels {
  const data = new Uint8Array(widthPx * heightPx * 4)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) data.set([x, y, 0, 255], 4 * (y * widthPx + x))
  }
  return { format: 'rgba', widthPx, heightPx, strideBytes: widthPx * 4, data }
}

/** Samples at column u, row v, as bytes of 0..255. */
function sampled(pixels: Pixels, region: Region, border: Border = 'replicate') {
  const target = new Float32Array(3 * SIDE * SIDE).fill(-1)
  warp(pixels, region, SIDE, border, target)
  const plane = (index: number, column: number, row: number): number =>
    (target[index * SIDE * SIDE + row * SIDE + column] ?? NaN) * 255
  return {
    target,
    at: (column: number, row: number) => [0, 1, 2].map((index) => plane(index, column, row)),
  }
}

const regions = fc.record({
  centerXPx: fc.double({ min: -40, max: 240, noNaN: true }),
  centerYPx: fc.double({ min: -40, max: 190, noNaN: true }),
  widthPx: fc.double({ min: 1, max: 400, noNaN: true }),
  heightPx: fc.double({ min: 1, max: 400, noNaN: true }),
  rotationRad: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
})
const cells = fc.integer({ min: 0, max: SIDE - 1 })

test('samples each point where the region says it lies, and the nearest edge outside', () => {
  const picture = mapPicture(200, 150)
  fc.assert(
    fc.property(regions, cells, cells, (region, column, row) => {
      const { x, y } = regionToPixels(region, column / SIDE, row / SIDE)
      const [red = NaN, green = NaN] = sampled(picture, region).at(column, row)
      // Weights have 8 bits.
      expect(Math.abs(red - Math.min(199, Math.max(0, x)))).toBeLessThan(0.02)
      expect(Math.abs(green - Math.min(149, Math.max(0, y)))).toBeLessThan(0.02)
    }),
  )
})

test('is black outside when asked to be, and only there', () => {
  const picture = { ...mapPicture(200, 150), data: new Uint8Array(200 * 150 * 4).fill(200) }
  fc.assert(
    fc.property(regions, cells, cells, (region, column, row) => {
      const { x, y } = regionToPixels(region, column / SIDE, row / SIDE)
      const distance = Math.min(Math.abs(x), Math.abs(y), Math.abs(x - 199), Math.abs(y - 149))
      fc.pre(distance > 1e-6)
      const isInside = x > 0 && y > 0 && x < 199 && y < 149
      const [red = NaN] = sampled(picture, region, 'zero').at(column, row)
      expect(red).toBeCloseTo(isInside ? 200 : 0, 3)
    }),
  )
})

test('sees the whole of a wide picture undistorted in its letterbox', () => {
  const { at } = sampled(mapPicture(160, 80), letterbox(160, 80), 'zero')
  expect(at(0, 0)).toEqual([0, 0, 0])
  expect(at(8, 8)[0]).toBeCloseTo(80, 3)
  expect(at(8, 8)[1]).toBeCloseTo(40, 3)
  expect(at(4, 4)[1]).toBeCloseTo(0, 3)
  expect(at(4, 13)).toEqual([0, 0, 0])
})

test('reads RGB and RGBA alike, whatever the stride', () => {
  const rgba = mapPicture(50, 40)
  const strideBytes = 50 * 3 + 7
  const data = new Uint8Array(strideBytes * 40)
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 50; x++) data.set([x, y, 0], y * strideBytes + 3 * x)
  }
  const rgb = { format: 'rgb', widthPx: 50, heightPx: 40, strideBytes, data } as const
  fc.assert(
    fc.property(regions, (region) => {
      expect(sampled(rgb, region).target).toEqual(sampled(rgba, region).target)
    }),
  )
})

test('turns I420 into the colours of BT.601', () => {
  // Y, U, V of full red, green, blue, white and black, limited range.
  const colours = [
    { yuv: [81, 90, 240], rgb: [255, 0, 0] },
    { yuv: [145, 54, 34], rgb: [0, 255, 0] },
    { yuv: [41, 240, 110], rgb: [0, 0, 255] },
    { yuv: [235, 128, 128], rgb: [255, 255, 255] },
    { yuv: [16, 128, 128], rgb: [0, 0, 0] },
  ]
  for (const { yuv, rgb } of colours) {
    const [y = 0, u = 0, v = 0] = yuv
    const bytes = new Uint8Array(8 * 8 * 1.5).fill(y, 0, 64).fill(u, 64, 80).fill(v, 80)
    const found = sampled(i420FromBytes(bytes, 8, 8), letterbox(8, 8)).at(5, 5)
    found.forEach((value, index) => {
      expect(Math.abs(value - (rgb[index] ?? NaN))).toBeLessThan(3)
    })
  }
})

test('samples I420 luma between its neighbours, everywhere in the picture', () => {
  const widthPx = 101
  const heightPx = 61
  const bytes = new Uint8Array(widthPx * heightPx + 2 * 51 * 31).fill(128)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) bytes[y * widthPx + x] = 20 + x + y
  }
  const picture = i420FromBytes(bytes, widthPx, heightPx)
  fc.assert(
    fc.property(regions, cells, cells, (region, column, row) => {
      const { x, y } = regionToPixels(region, column / SIDE, row / SIDE)
      const luma = 20 + Math.min(100, Math.max(0, x)) + Math.min(60, Math.max(0, y))
      const [, green = NaN] = sampled(picture, region).at(column, row)
      expect(Math.abs(green - ((luma - 16) * 255) / 219)).toBeLessThan(0.05)
    }),
  )
})

test('writes every value of the input, however odd the picture', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      regions,
      (widthPx, heightPx, region) => {
        const chroma = ((widthPx + 1) >> 1) * ((heightPx + 1) >> 1)
        const bytes = new Uint8Array(widthPx * heightPx + 2 * chroma).fill(128)
        const { target } = sampled(i420FromBytes(bytes, widthPx, heightPx), region)
        expect(target.every((value) => value >= 0 && value <= 1)).toBe(true)
      },
    ),
  )
})
