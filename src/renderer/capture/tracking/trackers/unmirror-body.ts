import type { Body } from '../../../../core/body/body.ts'
import { userToPicture, userWorldToPictureWorld } from '../../../../core/geometry/mirror.ts'
import type { Vector3 } from '../../../../core/geometry/vector.ts'

/** BlazePose's face: eyes and mouth; from the ears (7) on, left is odd and right the even one after it. */
const FACE_PAIRS: readonly (readonly [left: number, right: number])[] = [
  [1, 4],
  [2, 5],
  [3, 6],
  [9, 10],
]
const FIRST_PAIR = 7
const MOUTH = [9, 10]

/**
 * A body as an unmirrored camera would have shown it. In a selfie view the tracker took each side for the other one, and what
 * faces to the left for what faces to the right.
 */
export function unmirrorBody(body: Body, isSourceMirrored: boolean): Body {
  if (!isSourceMirrored) return body
  // The places are the user's own, whatever the tracker took the picture for.
  const landmarks: readonly Vector3[] = body.landmarks
  const world: readonly Vector3[] = body.world
  const swappedSides = <Value>(values: readonly Value[]): Value[] =>
    values.map((value, joint) => values[otherSide(joint)] ?? value)
  return {
    trackId: body.trackId,
    landmarks: swappedSides(landmarks.map(userToPicture)),
    world: swappedSides(world.map(userWorldToPictureWorld<'body'>)),
    visibility: swappedSides(body.visibility),
    inPicture: swappedSides(body.inPicture),
  }
}

function otherSide(joint: number): number {
  for (const [left, right] of FACE_PAIRS) {
    if (joint === left) return right
    if (joint === right) return left
  }
  if (joint < FIRST_PAIR || MOUTH.includes(joint)) return joint
  return joint % 2 === 1 ? joint + 1 : joint - 1
}
