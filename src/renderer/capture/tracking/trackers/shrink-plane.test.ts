import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shrinkPlane } from './shrink-plane.ts'

const shrunk = (
  data: readonly number[],
  place: { offset: number; stride: number; step: number },
  factor: number,
  widthPx: number,
  heightPx: number,
): number[] => {
  const target = new Uint8Array(widthPx * heightPx)
  shrinkPlane({ data: Uint8Array.from(data), ...place }, factor, widthPx, heightPx, target)
  return [...target]
}

test('averages squares and leaves out what is over', () => {
  // 5 × 3, rows 6 apart.
  const data = [1, 3, 10, 20, 99, 0, 5, 7, 30, 40, 99, 0, 9, 9, 9, 9, 9, 0]
  expect(shrunk(data, { offset: 0, stride: 6, step: 1 }, 2, 2, 1)).toEqual([4, 25])
})

test('takes apart planes that alternate', () => {
  const pairs = [1, 101, 2, 102, 3, 103, 4, 104]
  expect(shrunk(pairs, { offset: 0, stride: 4, step: 2 }, 1, 2, 2)).toEqual([1, 2, 3, 4])
  expect(shrunk(pairs, { offset: 1, stride: 4, step: 2 }, 1, 2, 2)).toEqual([101, 102, 103, 104])
})

test('keeps an even picture as bright as it was, whatever the factor', () => {
  const sides = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(
      sides,
      sides,
      fc.integer({ min: 1, max: 4 }),
      fc.nat(255),
      (w, h, factor, value) => {
        const data = Array.from({ length: w * h * factor * factor }, () => value)
        const place = { offset: 0, stride: w * factor, step: 1 }
        expect(shrunk(data, place, factor, w, h)).toEqual(
          Array.from({ length: w * h }, () => value),
        )
      },
    ),
  )
})
