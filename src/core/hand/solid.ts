import type { Direction, ImagePoint } from '../geometry/point.ts'
import type { Vector3 } from '../geometry/vector.ts'
import { distance, subtract } from '../geometry/vector.ts'
import { FINGER_CHAINS, WRIST } from './landmark.ts'

/**
 * The 21 landmarks as a solid body with square units (image heights), from the image landmarks and their depth.
 *
 * @note Shapes are measured on these and not on the world landmarks: on pictures of students and signers (digits 0 to 5) the
 * fingers' bends are told apart without error here, while the world landmarks now and then fold a straight finger, and
 * put touching finger tips 0.4 palm lengths apart where these say 0.2.
 */
export const solidHand = (
  landmarks: readonly ImagePoint<'user'>[],
  aspectRatio: number,
): readonly Vector3[] =>
  landmarks.map(({ x, y, z }) => ({ x: x * aspectRatio, y, z: z * aspectRatio }))

/** Mean distance from the wrist to the index, middle and little knuckles: steadier than any one of them. */
export function palmLengthOf(points: readonly Vector3[]): number {
  const { index, middle, little } = FINGER_CHAINS
  return (
    (distanceBetween(points, WRIST, index.base) +
      distanceBetween(points, WRIST, middle.base) +
      distanceBetween(points, WRIST, little.base)) /
    3
  )
}

export function distanceBetween(points: readonly Vector3[], from: number, to: number): number {
  const [a, b] = [points[from], points[to]]
  return a && b ? distance(a, b) : 0
}

/** From one landmark to another. */
export function boneVector<Point extends Vector3>(
  points: readonly Point[],
  from: number,
  to: number,
): Direction<Point> {
  const [a, b] = [points[from], points[to]]
  return a && b ? subtract(b, a) : { x: 0, y: 0, z: 0 }
}
