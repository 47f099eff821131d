import type { Body } from '../../core/body/body.ts'
import { jointAngles } from '../../core/body/joint-angles.ts'
import type { Vector3 } from '../../core/geometry/vector.ts'
import type { FoundHand } from '../../vision/hands/hand-landmarks.ts'
import type { FoundBody } from '../../vision/bodies/pose-finder.ts'
import {
  rounded,
  type HandFigures,
  type PersonLandmarks,
} from '../../contract/frames/video-landmarks.ts'

/** A tenth of a millimetre, and a ten-thousandth of the picture. */
const PER_UNIT = 10_000

export function bodyFigures(found: FoundBody): PersonLandmarks {
  const body: Body = {
    trackId: found.trackId,
    landmarks: vectors(found.landmarks),
    world: vectors(found.world),
    visibility: [...found.visibility],
    inPicture: [...found.inPicture],
  }
  const angles = jointAngles(body)
  return {
    id: found.trackId,
    landmarks: body.landmarks.map(triple),
    world: body.world.map(triple),
    visibility: body.visibility.map((value) => rounded(value, 1000)),
    angles: Object.fromEntries(angles.map(({ name, degrees }) => [name, rounded(degrees, 10)])),
    confidence: Object.fromEntries(
      angles.map(({ name, confidence }) => [name, rounded(confidence, 100)]),
    ),
  }
}

export function handFigures({ rightScore, landmarks, world }: FoundHand): HandFigures {
  return {
    handedness: rightScore >= 0.5 ? 'right' : 'left',
    score: rounded(Math.max(rightScore, 1 - rightScore), 1000),
    landmarks: vectors(landmarks).map(triple),
    world: vectors(world).map(triple),
  }
}

const triple = ({ x, y, z }: Vector3): [number, number, number] => [
  rounded(x, PER_UNIT),
  rounded(y, PER_UNIT),
  rounded(z, PER_UNIT),
]

const vectors = (flat: Float32Array): readonly Vector3[] =>
  Array.from({ length: flat.length / 3 }, (_, at) => ({
    x: flat[3 * at] ?? 0,
    y: flat[3 * at + 1] ?? 0,
    z: flat[3 * at + 2] ?? 0,
  }))
