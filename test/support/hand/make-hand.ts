import type { Vector3 } from '../../../src/core/geometry/vector.ts'
import type { HandFrame, Handedness, TrackedHand } from '../../../src/core/hand/hand-frame.ts'
import { shapeOf } from './shapes.ts'
import type { ShapeName } from './shapes.ts'
import { joints } from './skeleton.ts'
import type { HandShape } from './skeleton.ts'

export interface HandOptions {
  readonly shape?: ShapeName | HandShape
  readonly handedness?: Handedness
  /** Of the palm's centre in the mirrored image, 0..1. */
  readonly at?: readonly [x: number, y: number]
  /** Palm length in image heights. */
  readonly palm?: number
  /** Turn in the picture, positive clockwise. */
  readonly rollDeg?: number
  /** Turn about the upright axis: 180 shows the back of the hand. */
  readonly yawDeg?: number
  readonly pitchDeg?: number
  readonly aspectRatio?: number
  readonly score?: number
}

const PALM_M = 0.09
const KNUCKLE_INDICES = [0, 5, 9, 13, 17]

/** A hand with real joints: shaped, turned, mirrored for the left, and placed in the picture. */
export function makeHand(options: HandOptions = {}): TrackedHand {
  const { shape = 'relaxed', handedness = 'right', at = [0.6, 0.5], palm = 0.15 } = options
  const { aspectRatio = 4 / 3, score = 0.97 } = options
  const bones = joints(typeof shape === 'string' ? shapeOf(shape) : shape)
  const sided = handedness === 'right' ? bones : bones.map((point) => ({ ...point, x: -point.x }))
  const turned = sided.map((point) => turn(point, options))
  const centre = mean(KNUCKLE_INDICES.map((index) => turned[index]!))
  return {
    handedness,
    score,
    landmarks: turned.map((point) => ({
      x: at[0] + ((point.x - centre.x) * palm) / aspectRatio,
      y: at[1] + (point.y - centre.y) * palm,
      z: (point.z * palm) / aspectRatio,
    })),
    world: turned.map((point) => ({
      x: (point.x - centre.x) * PALM_M,
      y: (point.y - centre.y) * PALM_M,
      z: (point.z - centre.z) * PALM_M,
    })),
  }
}

/** A frame at a time with these hands; 4:3 unless said otherwise. */
export function makeFrame(
  atMs: number,
  hands: readonly TrackedHand[],
  aspectRatio = 4 / 3,
): HandFrame {
  return {
    sequence: Math.round(atMs),
    atMs,
    capturedAtMs: 1_700_000_000_000 + atMs,
    aspectRatio,
    hands,
  }
}

function turn(point: Vector3, { rollDeg = 0, yawDeg = 0, pitchDeg = 0 }: HandOptions): Vector3 {
  const yaw = rotate(point.x, point.z, yawDeg)
  const pitch = rotate(point.y, yaw[1], pitchDeg)
  const roll = rotate(yaw[0], pitch[0], rollDeg)
  return { x: roll[0], y: roll[1], z: pitch[1] }
}

function rotate(a: number, b: number, degrees: number): readonly [number, number] {
  const angle = (degrees * Math.PI) / 180
  return [a * Math.cos(angle) - b * Math.sin(angle), a * Math.sin(angle) + b * Math.cos(angle)]
}

function mean(points: readonly Vector3[]): Vector3 {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y, z: a.z + b.z }))
  return { x: sum.x / points.length, y: sum.y / points.length, z: sum.z / points.length }
}
