import type { Body } from '../../core/body/body.ts'
import { jointAngles } from '../../core/body/joint-angles.ts'
import type { Vector3 } from '../../core/geometry/vector.ts'
import type { TrackedHand } from '../../core/hand/hand-frame.ts'
import {
  rounded,
  type HandLandmarks,
  type PersonLandmarks,
} from '../../contract/frames/video-landmarks.ts'

/** A tenth of a millimetre, and a ten-thousandth of the picture. */
const PER_UNIT = 10_000

export function personLandmarksOf(body: Body): PersonLandmarks {
  const angles = jointAngles(body)
  return {
    id: body.trackId,
    landmarks: body.landmarks.map(triple),
    world: body.world.map(triple),
    visibility: body.visibility.map((value) => rounded(value, 1000)),
    angles: Object.fromEntries(angles.map(({ name, degrees }) => [name, rounded(degrees, 10)])),
    confidence: Object.fromEntries(
      angles.map(({ name, confidence }) => [name, rounded(confidence, 100)]),
    ),
  }
}

export const handLandmarksOf = (hand: TrackedHand<'picture'>): HandLandmarks => ({
  handedness: hand.handedness,
  score: rounded(hand.score, 1000),
  landmarks: hand.landmarks.map(triple),
  world: hand.world.map(triple),
})

const triple = ({ x, y, z }: Vector3): [number, number, number] => [
  rounded(x, PER_UNIT),
  rounded(y, PER_UNIT),
  rounded(z, PER_UNIT),
]
