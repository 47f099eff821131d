import type { ImagePoint } from './point.ts'

declare const plane: unique symbol
/**
 * A point of the image as its user sees it, with square units: x 0..aspectRatio to the user's right, y 0..1 down, both in image
 * heights, so that distances and angles mean the same in every direction.
 */
export interface PlanePoint {
  readonly x: number
  readonly y: number
  readonly [plane]?: true
}

export const imageToPlane = (point: ImagePoint<'user'>, aspectRatio: number): PlanePoint => ({
  x: point.x * aspectRatio,
  y: point.y,
})

export const planeDistance = (a: PlanePoint, b: PlanePoint): number =>
  Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))

export function planeMean(points: readonly PlanePoint[]): PlanePoint {
  let x = 0
  let y = 0
  for (const point of points) {
    x += point.x
    y += point.y
  }
  return { x: x / points.length, y: y / points.length }
}
