import type { ImagePoint, WorldPoint } from '../geometry/point.ts'
import type { Vector3 } from '../geometry/vector.ts'

/** A point of a body in metres: origin between the hips, x to the picture's right. */
export type BodyWorldPoint = WorldPoint<'picture', 'body'>

/** A person as a tracker found them in one frame, in a picture that is not mirrored. Sides are the person's own. */
export interface Body {
  /** Stays with the person from frame to frame. */
  readonly trackId: number
  /** 33 landmarks: x, y 0..1 of the picture, z in picture widths from the hips, nearer is negative. */
  readonly landmarks: readonly ImagePoint<'picture'>[]
  /** The same in metres: origin between the hips, x to the picture's right, y down, z away from the camera. */
  readonly world: readonly BodyWorldPoint[]
  /** 33 × 0..1: seen, not hidden behind something. */
  readonly visibility: readonly number[]
  /** 33 × 0..1: inside the picture. */
  readonly inPicture: readonly number[]
}

/** Indices of BlazePose's 33 landmarks (arXiv:2006.10204, figure 3), those that are used here; left is even before right. */
export const BODY_LANDMARKS = {
  nose: 0,
  leftEar: 7,
  rightEar: 8,
  leftShoulder: 11,
  rightShoulder: 12,
  leftElbow: 13,
  rightElbow: 14,
  leftWrist: 15,
  rightWrist: 16,
  leftLittle: 17,
  rightLittle: 18,
  leftIndex: 19,
  rightIndex: 20,
  leftHip: 23,
  rightHip: 24,
  leftKnee: 25,
  rightKnee: 26,
  leftAnkle: 27,
  rightAnkle: 28,
  leftHeel: 29,
  rightHeel: 30,
  leftToes: 31,
  rightToes: 32,
} as const
export type BodyLandmark = keyof typeof BODY_LANDMARKS
export const BODY_LANDMARK_COUNT = 33

const ORIGIN: Vector3 = { x: 0, y: 0, z: 0 }

/** A landmark in metres. */
export const worldPoint = (body: Body, name: BodyLandmark): BodyWorldPoint =>
  body.world[BODY_LANDMARKS[name]] ?? ORIGIN

/** A landmark in the picture. */
export const picturePoint = (body: Body, name: BodyLandmark): ImagePoint<'picture'> =>
  body.landmarks[BODY_LANDMARKS[name]] ?? ORIGIN

export const midpoint = (a: BodyWorldPoint, b: BodyWorldPoint): BodyWorldPoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  z: (a.z + b.z) / 2,
})
