import type { ImagePoint, WorldPoint } from '../geometry/point.ts'
import type { Vector3 } from '../geometry/vector.ts'

/** From wrist to middle knuckle, in metres, of the hand that trackers' world landmarks describe. */
const PALM_M = 0.09

/**
 * Palm length in image heights, the same whatever the hand's shape and turn: the size at which the hand's world landmarks have to
 * be drawn to cover its image landmarks (weak perspective, all 21 points). 0 for a hand without extent.
 *
 * @note Lengths within the picture change with pose: knuckles spread in an open palm (1.3 times a pointing hand's), and a palm
 * seen edge on shows neither its length nor its width. Within real clips of one hand changing its shape this varies half as
 * much as wrist to knuckle does.
 */
export function palmLengthInImage(
  landmarks: readonly ImagePoint<'user'>[],
  world: readonly WorldPoint<'user', 'hand'>[],
  aspectRatio: number,
): number {
  const image = spreadOfPoints(landmarks, aspectRatio)
  const metres = spreadOfPoints(world, 1)
  return metres > 0 ? Math.sqrt(image / metres) * PALM_M : 0
}

/** Sum of squared distances from the mean, across the line of sight. */
function spreadOfPoints(points: readonly Vector3[], stretch: number): number {
  let sumX = 0
  let sumY = 0
  let squares = 0
  for (const point of points) {
    const x = point.x * stretch
    sumX += x
    sumY += point.y
    squares += x * x + point.y * point.y
  }
  return squares - (sumX * sumX + sumY * sumY) / points.length
}
