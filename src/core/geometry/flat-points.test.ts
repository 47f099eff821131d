import { expect, it } from 'vitest'
import { flatFromPoints, pointsFromFlat } from './flat-points.ts'

it('takes three numbers for a point, in their order', () => {
  expect(pointsFromFlat(Float32Array.of(0.5, 0.25, -1, 2, 3, 4))).toEqual([
    { x: 0.5, y: 0.25, z: -1 },
    { x: 2, y: 3, z: 4 },
  ])
})

it('writes points as they were read, and nothing for what is no whole point', () => {
  const flat = [1, 2, 3, 4, 5, 6]
  expect(flatFromPoints(pointsFromFlat([...flat, 7, 8]))).toEqual(flat)
})
