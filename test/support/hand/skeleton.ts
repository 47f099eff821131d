import type { Vector3 } from '../../../src/core/geometry/vector.ts'

/** A right hand in palm lengths as its mirror image shows it: palm to the camera, fingers up (y down, z away). */
export interface HandShape {
  /** Degrees at knuckle, middle and end joint, 0 straight. */
  readonly bendDeg: Readonly<Record<FingerName, readonly [number, number, number]>>
  /** How far index and little finger fan out to the sides, in degrees. */
  readonly fanDeg: number
  readonly thumb: ThumbShape
}
export type FingerName = 'index' | 'middle' | 'ring' | 'little'

/** Where the thumb's tip reaches for. */
export type ThumbShape =
  | { readonly kind: 'at'; readonly tip: Vector3 }
  /** On a finger's tip, or `gapRatio` palm lengths short of it. */
  | { readonly kind: 'touching'; readonly finger: FingerName; readonly gapRatio: number }

const KNUCKLES: Readonly<Record<FingerName, Vector3>> = {
  index: { x: -0.27, y: -0.96, z: 0 },
  middle: { x: -0.05, y: -1, z: -0.01 },
  ring: { x: 0.16, y: -0.94, z: 0 },
  little: { x: 0.34, y: -0.83, z: 0.02 },
}
const BONES: Readonly<Record<FingerName, readonly [number, number, number]>> = {
  index: [0.46, 0.28, 0.23],
  middle: [0.51, 0.32, 0.24],
  ring: [0.47, 0.31, 0.24],
  little: [0.36, 0.22, 0.21],
}
/** Share of the fan that each finger takes. */
const FAN: Readonly<Record<FingerName, number>> = { index: -1, middle: -0.3, ring: 0.4, little: 1 }
const THUMB_ROOT: Vector3 = { x: -0.25, y: -0.2, z: -0.06 }
const THUMB_BONES = [0.46, 0.36, 0.29] as const
const FINGERS: readonly FingerName[] = ['index', 'middle', 'ring', 'little']

/** The 21 joints in MediaPipe's order. Bones keep their lengths, whatever the shape. */
export function joints(shape: HandShape): Vector3[] {
  const fingers = FINGERS.map((finger) => fingerJoints(finger, shape))
  const tips = new Map(FINGERS.map((finger, index) => [finger, fingers[index]!.at(-1)!]))
  const target = shape.thumb.kind === 'at' ? shape.thumb.tip : tips.get(shape.thumb.finger)!
  const gap = shape.thumb.kind === 'at' ? 0 : shape.thumb.gapRatio
  return [{ x: 0, y: 0, z: 0 }, ...thumbJoints(target, gap), ...fingers.flat()]
}

function fingerJoints(finger: FingerName, { bendDeg, fanDeg }: HandShape): Vector3[] {
  const knuckle = KNUCKLES[finger]
  const fan = (FAN[finger] * fanDeg * Math.PI) / 180
  // Fingers go on in the direction of their palm bone, fanned within the plane of the palm.
  const along = Math.atan2(knuckle.x, -knuckle.y) + fan
  const points = [knuckle]
  let turn = 0
  BONES[finger].forEach((bone, joint) => {
    turn += (bendDeg[finger][joint]! * Math.PI) / 180
    const from = points.at(-1)!
    points.push({
      x: from.x + bone * Math.cos(turn) * Math.sin(along),
      y: from.y - bone * Math.cos(turn) * Math.cos(along),
      z: from.z - bone * Math.sin(turn),
    })
  })
  return points
}

/** Three bones from the root, bent just so that the tip comes to lie at the target (FABRIK), or as near as they reach. */
function thumbJoints(target: Vector3, gap: number): Vector3[] {
  const away = unit(minus(THUMB_ROOT, target))
  const goal = plus(target, scaled(away, gap))
  let points = [THUMB_ROOT, { x: -0.5, y: -0.5, z: -0.15 }, { x: -0.6, y: -0.8, z: -0.2 }, goal]
  for (let round = 0; round < 24; round += 1) {
    points = reach([...points].reverse(), goal, [...THUMB_BONES].reverse()).reverse()
    points = reach(points, THUMB_ROOT, THUMB_BONES)
  }
  return points
}

/** Pins the first point and pulls the others along, each at its bone's length from the one before. */
function reach(points: readonly Vector3[], first: Vector3, bones: readonly number[]): Vector3[] {
  const pulled = [first]
  bones.forEach((bone, index) => {
    const from = pulled[index]!
    pulled.push(plus(from, scaled(unit(minus(points[index + 1]!, from)), bone)))
  })
  return pulled
}

const plus = (a: Vector3, b: Vector3): Vector3 => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z })
const minus = (a: Vector3, b: Vector3): Vector3 => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z })
const scaled = (a: Vector3, by: number): Vector3 => ({ x: a.x * by, y: a.y * by, z: a.z * by })
const unit = (a: Vector3): Vector3 => scaled(a, 1 / (Math.hypot(a.x, a.y, a.z) || 1))
