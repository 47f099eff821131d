import type { Direction } from './point.ts'

/**
 * Anything with three coordinates. What takes two of them takes them of one space: a point of another does not compile, and
 * has to be converted first (`mirror.ts`).
 */
export interface Vector3 {
  readonly x: number
  readonly y: number
  readonly z: number
}

export const subtract = <Point extends Vector3>(to: Point, from: Point): Direction<Point> => ({
  x: to.x - from.x,
  y: to.y - from.y,
  z: to.z - from.z,
})

export const cross = <Way extends Vector3>(a: Way, b: Way): Vector3 => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
})

export const dot = <Way extends Vector3>(a: Way, b: Way): number =>
  a.x * b.x + a.y * b.y + a.z * b.z

export const length = (a: Vector3): number => Math.sqrt(dot(a, a))

export const distance = <Point extends Vector3>(a: Point, b: Point): number => {
  const dx = a.x - b.x
  const dy = a.y - b.y
  const dz = a.z - b.z
  return Math.sqrt(dx * dx + dy * dy + dz * dz)
}

/** Angle between two directions, 0..π. A zero-length direction gives 0: it bends nothing. */
export function angleBetweenRad<Way extends Vector3>(a: Way, b: Way): number {
  const lengths = Math.sqrt(dot(a, a) * dot(b, b))
  return lengths === 0 ? 0 : Math.acos(clamp(dot(a, b) / lengths, -1, 1))
}

export const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value

/** 0 at `from` and before, 1 at `to` and after, straight in between. */
export const rampRatio = (value: number, from: number, to: number): number =>
  clamp((value - from) / (to - from), 0, 1)
