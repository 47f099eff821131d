import { ANGLE_MEANS } from '../../core/body/angle-definitions.ts'
import type { Doing } from '../../core/body/exercise-watch.ts'
import { facing, type JointAngle } from '../../core/body/joint-angles.ts'
import type { SmoothBody } from '../../core/body/smooth-bodies.ts'
import type { Vector3 } from '../../core/geometry/vector.ts'
import type { FoundHand } from '../../vision/hands/hand-landmarks.ts'

/** What the service says of one picture. Coordinates as in the picture that was sent: nothing is mirrored. */
export interface PoseResult extends Partial<Omit<PersonResult, 'body'>> {
  /** The person who has been followed for longest; null when nobody is there. */
  readonly body: BodyResult | null
  readonly people: readonly PersonResult[]
  readonly hands: readonly HandResult[]
}

export interface PersonResult {
  readonly track_id: number
  readonly body: BodyResult
  readonly angles3d: Readonly<Record<string, AngleResult>>
  /** 33 × metres from the hips: x to the picture's right, y down, z away from the camera. */
  readonly coords3d: readonly Vector3[]
  readonly facing: { readonly view: string; readonly yaw_degrees: number }
  /** arms-up, arms-crossed, lean-left, lean-right, squat or none. */
  readonly pose: { readonly label: string; readonly score: number }
  /** Finished ones, since the person's number was given. */
  readonly squats: number
}

export interface BodyResult {
  /** 33 landmarks in BlazePose's order: x and y 0..1 of the picture, z in picture widths. */
  readonly landmarks: readonly LandmarkResult[]
}

interface LandmarkResult extends Vector3 {
  readonly visibility: number
  readonly presence: number
}

interface AngleResult {
  readonly degrees: number
  readonly confidence: number
  /** Why not to rely on it: hidden, outside, towards-camera; null when nothing is known against it. */
  readonly warning: string | null
}

export interface HandResult {
  readonly handedness: 'left' | 'right'
  readonly score: number
  readonly landmarks: readonly Vector3[]
  readonly world: readonly Vector3[]
}

/** `doing` in the order of `people`. */
export function poseResult(
  people: readonly SmoothBody[],
  doing: readonly Doing[],
  hands: readonly HandResult[],
): PoseResult {
  const results = people
    .map((person, index) => personResult(person, doing[index]))
    .toSorted((a, b) => a.track_id - b.track_id)
  const [first] = results
  return { ...first, body: first?.body ?? null, people: results, hands }
}

/** What each of `angles3d` means, for people. */
export const ANGLE_DEFINITIONS: Readonly<Record<string, string>> = ANGLE_MEANS

function personResult({ body, angles }: SmoothBody, doing: Doing | undefined): PersonResult {
  const { view, yawDeg } = facing(body)
  return {
    track_id: body.trackId,
    body: {
      landmarks: body.landmarks.map((point, index) => ({
        ...rounded(point),
        visibility: round(body.visibility[index] ?? 0),
        presence: round(body.inPicture[index] ?? 0),
      })),
    },
    angles3d: Object.fromEntries(angles.map((angle) => [angle.name, angleResult(angle)])),
    coords3d: body.world.map(rounded),
    facing: { view, yaw_degrees: round(yawDeg) },
    pose: { label: doing?.pose.pose ?? 'none', score: round(doing?.pose.score ?? 0) },
    squats: doing?.squats.count ?? 0,
  }
}

const angleResult = ({ degrees, confidence, warning }: JointAngle): AngleResult => ({
  degrees: round(degrees),
  confidence: round(confidence),
  warning: warning ?? null,
})

export function handResult({ rightScore, landmarks, world }: FoundHand): HandResult {
  return {
    handedness: rightScore >= 0.5 ? 'right' : 'left',
    score: round(Math.max(rightScore, 1 - rightScore)),
    landmarks: pointsOf(landmarks),
    world: pointsOf(world),
  }
}

function pointsOf(flat: Float32Array): readonly Vector3[] {
  return Array.from({ length: flat.length / 3 }, (_, index) => {
    const [x = 0, y = 0, z = 0] = flat.subarray(3 * index, 3 * index + 3)
    return rounded({ x, y, z })
  })
}

const rounded = ({ x, y, z }: Vector3): Vector3 => ({ x: round(x), y: round(y), z: round(z) })

/** A tenth of a pixel of the largest pictures, a hundredth of a millimetre. */
const round = (value: number): number => Math.round(value * 1e5) / 1e5
