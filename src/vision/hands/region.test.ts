import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  grow,
  letterbox,
  normalizeRad,
  overlap,
  pixelsToRegion,
  regionToPixels,
  type Region,
} from './region.ts'

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const regions: fc.Arbitrary<Region> = fc.record({
  centerXPx: number(-100, 1000),
  centerYPx: number(-100, 1000),
  widthPx: number(1, 1000),
  heightPx: number(1, 1000),
  rotationRad: number(-Math.PI, Math.PI),
})

test('from the region to the picture and back is where it began', () => {
  fc.assert(
    fc.property(regions, number(-1, 2), number(-1, 2), (region, u, v) => {
      const back = pixelsToRegion(region, regionToPixels(region, u, v))
      expect(back.u).toBeCloseTo(u, 6)
      expect(back.v).toBeCloseTo(v, 6)
    }),
  )
})

test('a letterbox holds the whole picture, in its middle, without stretching it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8192 }),
      fc.integer({ min: 1, max: 8192 }),
      (width, height) => {
        const box = letterbox(width, height)
        expect(box.widthPx).toBe(box.heightPx)
        for (const [x, y] of [[0, 0] as const, [width, height] as const]) {
          const { u, v } = pixelsToRegion(box, { x, y })
          expect(Math.min(u, v)).toBeGreaterThanOrEqual(-1e-9)
          expect(Math.max(u, v)).toBeLessThanOrEqual(1 + 1e-9)
        }
        const middle = pixelsToRegion(box, { x: width / 2, y: height / 2 })
        expect(middle.u).toBeCloseTo(0.5, 9)
        expect(middle.v).toBeCloseTo(0.5, 9)
      },
    ),
  )
})

test('growing turns with the region', () => {
  fc.assert(
    fc.property(regions, number(-1, 1), number(0.1, 4), (region, shiftY, scale) => {
      const grown = grow(region, shiftY, scale)
      const middle = pixelsToRegion(region, { x: grown.centerXPx, y: grown.centerYPx })
      expect(middle.u).toBeCloseTo(0.5, 6)
      expect(middle.v).toBeCloseTo(0.5 + shiftY, 6)
      expect(grown.widthPx).toBe(grown.heightPx)
      expect(grown.widthPx).toBeCloseTo(scale * Math.max(region.widthPx, region.heightPx), 6)
    }),
  )
})

test('angles come back into half a turn either way', () => {
  fc.assert(
    fc.property(number(-50, 50), (angle) => {
      const normal = normalizeRad(angle)
      expect(Math.abs(normal)).toBeLessThanOrEqual(Math.PI + 1e-9)
      expect(Math.cos(normal)).toBeCloseTo(Math.cos(angle), 9)
      expect(Math.sin(normal)).toBeCloseTo(Math.sin(angle), 9)
    }),
  )
})

test('overlap is the same both ways, whole with itself and none far away', () => {
  fc.assert(
    fc.property(regions, regions, (a, b) => {
      expect(overlap(a, b)).toBeCloseTo(overlap(b, a), 9)
      expect(overlap(a, a)).toBeCloseTo(1, 9)
      expect(overlap(a, { ...a, centerXPx: a.centerXPx + a.widthPx * 1.01 })).toBe(0)
    }),
  )
})
