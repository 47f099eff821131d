import type { Vector3 } from './vector.ts'

/** Points of numbers that lie flat, joint-major: x0 y0 z0 x1 ... What is left over at the end is no point. */
export function pointsFromFlat(flat: ArrayLike<number>): Vector3[] {
  const points: Vector3[] = []
  for (let at = 0; at + 2 < flat.length; at += 3) {
    points.push({ x: flat[at] ?? 0, y: flat[at + 1] ?? 0, z: flat[at + 2] ?? 0 })
  }
  return points
}

/** Writes points flat, joint-major. */
export const flatFromPoints = (points: readonly Vector3[]): number[] =>
  points.flatMap(({ x, y, z }) => [x, y, z])
