import { pointsFromFlat } from '../geometry/flat-points.ts'
import type { TrackedHand } from './hand-frame.ts'

/** One hand as a network finds it in a picture that is not mirrored, and as it crosses between processes. */
export interface FlatHand {
  /** 0..1: that there is a hand. */
  readonly presence: number
  /** 0..1: that it is a right hand. */
  readonly rightScore: number
  /** 21 × 3, joint-major: x and y 0..1 of the picture, z in picture widths. */
  readonly landmarks: Float32Array
  /** 21 × 3, joint-major: metres. */
  readonly world: Float32Array
}

/** The hand that a network found. It is one of the two, and the score says how surely. */
export function handFromFlat({ rightScore, landmarks, world }: FlatHand): TrackedHand<'picture'> {
  return {
    handedness: rightScore >= 0.5 ? 'right' : 'left',
    // A network's sigmoid may come out a rounding above 1.
    score: Math.min(1, Math.max(rightScore, 1 - rightScore)),
    landmarks: pointsFromFlat(landmarks),
    world: pointsFromFlat(world),
  }
}
