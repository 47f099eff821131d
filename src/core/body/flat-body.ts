import { pointsFromFlat } from '../geometry/flat-points.ts'
import type { Body } from './body.ts'

/** One body as a network finds it in a picture that is neither mirrored nor turned, and as it crosses between processes. */
export interface FlatBody {
  /** Stays with a person. */
  readonly trackId: number
  /** 33 × 3, joint-major: x and y 0..1 of the picture, z in picture widths from the hips. */
  readonly landmarks: Float32Array
  /** 33 × 3, joint-major: metres from the hips. */
  readonly world: Float32Array
  /** 33 × 0..1: seen, not hidden behind something. */
  readonly visibility: Float32Array
  /** 33 × 0..1: inside the picture. */
  readonly inPicture: Float32Array
}

/** The body that a network found. */
export const bodyFromFlat = ({
  trackId,
  landmarks,
  world,
  visibility,
  inPicture,
}: FlatBody): Body => ({
  trackId,
  landmarks: pointsFromFlat(landmarks),
  world: pointsFromFlat(world),
  visibility: Array.from(visibility, clampedRatio),
  inPicture: Array.from(inPicture, clampedRatio),
})

const clampedRatio = (value: number): number => Math.min(1, Math.max(0, value))
