import { describe, expect, it } from 'vitest'
import { angleBetweenRad, clamp, cross, distance, length, rampRatio } from './vector.ts'

const at = (x: number, y: number, z: number): { x: number; y: number; z: number } => ({ x, y, z })

describe('vectors', () => {
  it('measure angles between directions, whatever their lengths', () => {
    expect(angleBetweenRad(at(2, 0, 0), at(0, 0, 5))).toBeCloseTo(Math.PI / 2)
    expect(angleBetweenRad(at(1, 1, 0), at(-3, -3, 0))).toBeCloseTo(Math.PI)
  })
  it('say that no direction bends nothing', () => {
    expect(angleBetweenRad(at(0, 0, 0), at(1, 0, 0))).toBe(0)
  })
  it('know length, distance and the perpendicular', () => {
    expect([length(at(2, 3, 6)), distance(at(1, 1, 1), at(3, 4, 7))]).toEqual([7, 7])
    expect(cross(at(1, 0, 0), at(0, 1, 0))).toEqual(at(0, 0, 1))
  })
})

describe('ramps', () => {
  it('rise from 0 to 1 and stay there', () => {
    expect([1, 2, 3, 4, 5].map((value) => rampRatio(value, 2, 4))).toEqual([0, 0, 0.5, 1, 1])
  })
  it('fall when the end lies below the beginning', () => {
    expect([1, 3, 5].map((value) => rampRatio(value, 4, 2))).toEqual([1, 0.5, 0])
  })
  it('clamp to both ends', () => {
    expect([-1, 0.5, 9].map((value) => clamp(value, 0, 1))).toEqual([0, 0.5, 1])
  })
})
