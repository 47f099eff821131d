import type { Direction } from '../geometry/point.ts'
import { angleBetweenRad, cross, dot, length, subtract, type Vector3 } from '../geometry/vector.ts'
import {
  HIPS,
  NECK,
  SHOULDERS,
  SIDE_ANGLES,
  SIDES,
  sideDefinitions,
  TRUNK,
  type AngleDefinition,
  type AngleName,
  type Segment,
} from './angle-definitions.ts'
import {
  BODY_LANDMARKS,
  worldPoint,
  type Body,
  type BodyLandmark,
  type BodyWorldPoint,
} from './body.ts'

/** Why an angle should not be relied on; the first that holds. */
export type AngleWarning = 'hidden' | 'outside' | 'towards-camera'

export interface JointAngle {
  readonly name: AngleName
  readonly degrees: number
  /** 0..1: how sure the tracker is of the least sure landmark that the angle is made of. */
  readonly confidence: number
  readonly warning: AngleWarning | undefined
}

/** How the person stands to the camera. */
export interface Facing {
  readonly view: 'front' | 'side' | 'back'
  /** 0 facing the camera, 90 with their left to it, -90 with their right to it, ±180 with their back to it. */
  readonly yawDeg: number
}

/** Below it a landmark is a guess. */
const SEEN = 0.5
/**
 * A single camera sees depth worst. Within this much of the line of sight a segment's direction is mostly depth, and what
 * bends there is estimated, not seen.
 */
const TOWARDS_CAMERA_DEG = 30
const SIDE_VIEW_DEG = 45

/** Every angle of a body. World landmarks with zero length give 0 degrees and no confidence. */
export function jointAngles(body: Body): readonly JointAngle[] {
  const sides = SIDES.flatMap((side) => {
    const definitions = sideDefinitions(side)
    return SIDE_ANGLES.map((name) => measuredAngle(body, `${side}.${name}`, definitions[name]))
  })
  return [...sides, measuredAngle(body, 'neck', NECK), ...trunkAngles(body)]
}

export function facing(body: Body): Facing {
  const across = acrossBody(body)
  const yawDeg = degrees(Math.atan2(-across.z, across.x))
  const turnedDeg = Math.abs(yawDeg)
  const isFront = turnedDeg < SIDE_VIEW_DEG
  const view = isFront ? 'front' : turnedDeg > 180 - SIDE_VIEW_DEG ? 'back' : 'side'
  return { view, yawDeg }
}

function measuredAngle(body: Body, name: AngleName, definition: AngleDefinition): JointAngle {
  const { first, second, sign, offsetDeg } = definition
  const between = degrees(
    angleBetweenRad(segmentDirection(body, first), segmentDirection(body, second)),
  )
  return { name, degrees: offsetDeg + sign * between, ...confidenceOf(body, [first, second]) }
}

function trunkAngles(body: Body): readonly JointAngle[] {
  const trunk = segmentDirection(body, TRUNK)
  // The camera is taken to stand level: nothing in a picture says where down is.
  const up: Vector3 = { x: 0, y: -1, z: 0 }
  const left = horizontalDirection(acrossBody(body))
  // Up × left (y points down): out of the chest.
  const forward = cross(left, up)
  const leanTo = (way: Vector3): number =>
    degrees(Math.atan2(dot(trunk, way), Math.abs(dot(trunk, up))))
  const trusted = confidenceOf(body, [TRUNK])
  return [
    { name: 'trunk', degrees: degrees(angleBetweenRad(trunk, up)), ...trusted },
    { name: 'trunkSideways', degrees: leanTo(left), ...trusted },
    { name: 'trunkForward', degrees: leanTo(forward), ...trusted },
  ]
}

/** From the person's right to their left. */
const acrossBody = (body: Body): Direction<BodyWorldPoint> =>
  segmentDirection(body, {
    from: [SHOULDERS[1], HIPS[1]],
    to: [SHOULDERS[0], HIPS[0]],
  })

/** Level and of length 1. */
function horizontalDirection({ x, z }: Vector3): Direction<BodyWorldPoint> {
  const size = Math.hypot(x, z)
  return size === 0 ? { x: 1, y: 0, z: 0 } : { x: x / size, y: 0, z: z / size }
}

function confidenceOf(
  body: Body,
  segments: readonly Segment[],
): { readonly confidence: number; readonly warning: AngleWarning | undefined } {
  const landmarks = segments.flatMap(({ from, to }) => [...from, ...to])
  const lowestOf = (of: readonly number[]): number =>
    Math.min(...landmarks.map((name) => of[BODY_LANDMARKS[name]] ?? 0))
  const [seen, inside] = [lowestOf(body.visibility), lowestOf(body.inPicture)]
  const directions = segments.map((segment) => segmentDirection(body, segment))
  const isNowhere = directions.some((one) => length(one) === 0)
  const confidence = isNowhere ? 0 : Math.min(seen, inside)
  if (inside < SEEN) return { confidence, warning: 'outside' }
  if (seen < SEEN) return { confidence, warning: 'hidden' }
  return { confidence, warning: directions.some(isTowardsCamera) ? 'towards-camera' : undefined }
}

const isTowardsCamera = ({ x, y, z }: Vector3): boolean =>
  degrees(Math.atan2(Math.hypot(x, y), Math.abs(z))) < TOWARDS_CAMERA_DEG

const segmentDirection = (body: Body, { from, to }: Segment): Direction<BodyWorldPoint> =>
  subtract(centerOfLandmarks(body, to), centerOfLandmarks(body, from))

function centerOfLandmarks(body: Body, names: readonly BodyLandmark[]): BodyWorldPoint {
  const points = names.map((name) => worldPoint(body, name))
  const mean = (pick: (point: BodyWorldPoint) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  return { x: mean(({ x }) => x), y: mean(({ y }) => y), z: mean(({ z }) => z) }
}

const degrees = (rad: number): number => (rad * 180) / Math.PI
