import type { Vector3 } from '../geometry/vector.ts'
import { createSmoother, type Smoother, type Smoothing } from '../filter/point-filter.ts'

/** Smooths a list of points, each coordinate on its own; another number of points starts afresh. */
export function createPointSmoother(
  smoothing: Smoothing,
): (points: readonly Vector3[], atMs: number) => readonly Vector3[] {
  let axes: readonly Record<keyof Vector3, Smoother>[] = []
  return (points, atMs) => {
    if (axes.length !== points.length) {
      axes = points.map(() => ({
        x: createSmoother(smoothing),
        y: createSmoother(smoothing),
        z: createSmoother(smoothing),
      }))
    }
    return points.map(({ x, y, z }, index) => {
      const axis = axes[index]
      if (axis === undefined) return { x, y, z }
      return { x: axis.x.filter(x, atMs), y: axis.y.filter(y, atMs), z: axis.z.filter(z, atMs) }
    })
  }
}
