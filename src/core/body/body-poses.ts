import { length, rampRatio, subtract } from '../geometry/vector.ts'
import type { AngleName } from './angle-definitions.ts'
import {
  BODY_LANDMARKS,
  midpoint,
  picturePoint,
  worldPoint,
  type Body,
  type BodyLandmark,
} from './body.ts'
import type { JointAngle } from './joint-angles.ts'

export const BODY_POSES = [
  'none',
  'arms-up',
  'arms-crossed',
  'lean-left',
  'lean-right',
  'squat',
] as const
export type BodyPose = (typeof BODY_POSES)[number]

export interface PoseReading {
  readonly pose: BodyPose
  /** 0..1 */
  readonly score: number
}

/** A pose begins above the one and ends below the other. */
export const BEGINS = 0.6
const ENDS = 0.4
/** Below it a landmark is a guess. */
const SEEN = 0.5

/** What the body does, or `none`, with the score of it; `last` is the answer for the frame before. */
export function bodyPose(
  body: Body,
  angles: readonly JointAngle[],
  last: BodyPose = 'none',
): PoseReading {
  const scores = poseScores(body, angles)
  if (last !== 'none' && scores[last] >= ENDS) return { pose: last, score: scores[last] }
  let best: PoseReading = { pose: 'none', score: 1 - Math.max(...Object.values(scores)) }
  for (const pose of BODY_POSES) {
    if (pose === 'none' || scores[pose] < BEGINS) continue
    if (best.pose === 'none' || scores[pose] > best.score) best = { pose, score: scores[pose] }
  }
  return best
}

type Scores = Readonly<Record<Exclude<BodyPose, 'none'>, number>>

/** 0..1 for each pose, apart from the others. What cannot be seen scores 0. */
export function poseScores(body: Body, angles: readonly JointAngle[]): Scores {
  const degrees = (name: AngleName): number =>
    angles.find((angle) => angle.name === name)?.degrees ?? 0
  const sideways = isSeen(body, 'leftShoulder', 'rightShoulder', 'leftHip', 'rightHip')
    ? degrees('trunkSideways')
    : 0
  return {
    'arms-up': armsUp(body, degrees),
    'arms-crossed': armsCrossed(body, degrees),
    // Nobody stands quite straight; 20° is as far as one leans without bending at the waist on purpose.
    'lean-left': rampRatio(sideways, 10, 20),
    'lean-right': rampRatio(-sideways, 10, 20),
    squat: squat(body, degrees),
  }
}

type Degrees = (name: AngleName) => number

/** Both wrists above the head, and the upper arms above level. */
function armsUp(body: Body, degrees: Degrees): number {
  if (!isSeen(body, 'leftWrist', 'rightWrist', 'nose')) return 0
  const nose = picturePoint(body, 'nose').y
  const wristRaisedScore = (side: 'left' | 'right'): number =>
    picturePoint(body, `${side}Wrist`).y < nose
      ? rampRatio(degrees(`${side}.shoulder`), 80, 130)
      : 0
  return Math.min(wristRaisedScore('left'), wristRaisedScore('right'))
}

/** Each wrist on the other side of the chest, the elbows bent. */
function armsCrossed(body: Body, degrees: Degrees): number {
  if (!isSeen(body, 'leftShoulder', 'rightShoulder', 'leftHip', 'rightHip')) return 0
  const [left, right] = [worldPoint(body, 'leftShoulder'), worldPoint(body, 'rightShoulder')]
  const across = subtract(left, right)
  const width = length(across)
  if (width === 0) return 0
  const center = midpoint(left, right)
  const chestToHip = worldPoint(body, 'leftHip').y - center.y
  /** How far a wrist is over on the other side, in shoulder widths; 0 above the shoulders and below the waist. */
  const crossedOverWidths = (side: 'left' | 'right'): number => {
    const wrist = subtract(worldPoint(body, `${side}Wrist`), center)
    if (wrist.y < -0.1 * chestToHip || wrist.y > 0.9 * chestToHip) return 0
    const sideways = (wrist.x * across.x + wrist.y * across.y + wrist.z * across.z) / width ** 2
    return side === 'left' ? -sideways : sideways
  }
  const bent = Math.min(degrees('left.elbow'), degrees('right.elbow'))
  const crossed = Math.min(
    rampRatio(crossedOverWidths('left'), 0, 0.2),
    rampRatio(crossedOverWidths('right'), 0, 0.2),
  )
  return Math.min(crossed, rampRatio(bent, 40, 70))
}

/** Both knees and hips bent: sitting down on nothing, or on a chair. */
function squat(body: Body, degrees: Degrees): number {
  if (!isSeen(body, 'leftHip', 'rightHip', 'leftKnee', 'rightKnee')) return 0
  const knees = Math.min(degrees('left.knee'), degrees('right.knee'))
  const hips = Math.min(degrees('left.hip'), degrees('right.hip'))
  return Math.min(rampRatio(knees, 45, 80), rampRatio(hips, 30, 60))
}

const isSeen = (body: Body, ...names: readonly BodyLandmark[]): boolean =>
  names.every((name) => {
    const index = BODY_LANDMARKS[name]
    return (body.visibility[index] ?? 0) >= SEEN && (body.inPicture[index] ?? 0) >= SEEN
  })
