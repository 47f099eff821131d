import type { HandFrame, TrackedHand } from '../../hand/hand-frame.ts'
import { LANDMARK_COUNT } from '../../hand/landmark.ts'

/** Two hands of 21 landmarks, xyz: the left hand's first. A hand that is not there is all zeros. */
export const LETTER_POINTS = 2 * LANDMARK_COUNT * 3

const HAND_VALUES = LANDMARK_COUNT * 3

/**
 * One frame as the letter network takes it: 42 × 3, x right, y down, z away from the camera, all in image heights, so that
 * a picture's shape does not stretch the hand. Two hands that the tracker gives the same side share the two places.
 */
export function letterPoints({
  hands,
  aspectRatio,
}: Pick<HandFrame, 'hands' | 'aspectRatio'>): Float32Array {
  const points = new Float32Array(LETTER_POINTS)
  const [first, second] = [...hands].sort((a, b) => b.score - a.score)
  if (first === undefined) return points
  const isFirstLeft = first.handedness === 'left'
  write(points, isFirstLeft ? 0 : HAND_VALUES, first, aspectRatio)
  if (second !== undefined) write(points, isFirstLeft ? HAND_VALUES : 0, second, aspectRatio)
  return points
}

function write(
  points: Float32Array,
  at: number,
  { landmarks }: TrackedHand,
  aspectRatio: number,
): void {
  landmarks.forEach(({ x, y, z }, joint) => {
    points.set([x * aspectRatio, y, z * aspectRatio], at + 3 * joint)
  })
}
