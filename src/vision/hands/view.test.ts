import fc from 'fast-check'
import { expect, test } from 'vitest'
import { i420FromBytes, type PlanarPixels } from './pixels.ts'
import type { Region } from './region.ts'
import { viewAroundRegions, regionInView, viewFault, type Part } from './view.ts'
import { warp } from './warp.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const WIDTH = 321
const HEIGHT = 241
const bytes = Uint8Array.from(
  { length: WIDTH * HEIGHT + 2 * 161 * 121 },
  (_, index) => (index * 7919) % 251,
)
const picture = i420FromBytes(bytes, WIDTH, HEIGHT)

function cut({ leftPx, topPx, widthPx, heightPx }: Part): PlanarPixels {
  const plane = (
    data: Uint8Array,
    stride: number,
    left: number,
    top: number,
    width: number,
    height: number,
  ) =>
    Uint8Array.from(
      { length: width * height },
      (_, index) => data[(top + Math.floor(index / width)) * stride + left + (index % width)] ?? 0,
    )
  const [halfWidth, halfHeight] = [(widthPx + 1) >> 1, (heightPx + 1) >> 1]
  const chroma = (data: Uint8Array) =>
    plane(data, picture.uvStrideBytes, leftPx >> 1, topPx >> 1, halfWidth, halfHeight)
  return {
    format: 'i420',
    widthPx,
    heightPx,
    yStrideBytes: widthPx,
    uvStrideBytes: halfWidth,
    y: plane(picture.y, picture.yStrideBytes, leftPx, topPx, widthPx, heightPx),
    u: chroma(picture.u),
    v: chroma(picture.v),
  }
}

const regions: fc.Arbitrary<Region> = fc
  .record({
    centerXPx: number(-20, WIDTH + 20),
    centerYPx: number(-20, HEIGHT + 20),
    widthPx: number(4, 160),
    rotationRad: number(-3, 3),
  })
  .map((region) => ({ ...region, heightPx: region.widthPx }))

test('a part holds all that sampling its region in the whole picture would touch', () => {
  fc.assert(
    fc.property(regions, (region) => {
      const part = viewAroundRegions([region], WIDTH, HEIGHT)
      fc.pre(part !== undefined)
      const side = 24
      const [whole, inPart] = [new Float32Array(3 * side * side), new Float32Array(3 * side * side)]
      warp(picture, region, side, 'replicate', whole)
      const view = { ...part, pictureWidthPx: WIDTH, pictureHeightPx: HEIGHT }
      warp(cut(part), regionInView(region, view), side, 'replicate', inPart)
      expect(viewFault(view, cut(part))).toBeUndefined()
      // Chroma's nearest sample may flip where rounding differs; luma may not.
      const differing = whole.filter(
        (value, index) => Math.abs(value - (inPart[index] ?? NaN)) > 0.02,
      )
      expect(differing.length).toBeLessThanOrEqual(6)
    }),
  )
})

test('parts begin and end at even pixels, inside the picture', () => {
  fc.assert(
    fc.property(fc.array(regions, { minLength: 1, maxLength: 2 }), (list) => {
      const part = viewAroundRegions(list, WIDTH, HEIGHT)
      fc.pre(part !== undefined)
      expect([part.leftPx % 2, part.topPx % 2]).toEqual([0, 0])
      const [right, bottom] = [part.leftPx + part.widthPx, part.topPx + part.heightPx]
      expect(right % 2 === 0 || right === WIDTH).toBe(true)
      expect(bottom % 2 === 0 || bottom === HEIGHT).toBe(true)
    }),
  )
})

test('asks for the whole picture when a part would be most of it, or there is nothing to look at', () => {
  const big = { centerXPx: 160, centerYPx: 120, widthPx: 300, heightPx: 300, rotationRad: 0.3 }
  expect(viewAroundRegions([big], WIDTH, HEIGHT)).toBeUndefined()
  expect(viewAroundRegions([], WIDTH, HEIGHT)).toBeUndefined()
  expect(
    viewAroundRegions([{ ...big, centerXPx: 2000, widthPx: 10, heightPx: 10 }], WIDTH, HEIGHT),
  ).toBeUndefined()
})
