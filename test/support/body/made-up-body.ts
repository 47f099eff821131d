import {
  BODY_LANDMARK_COUNT,
  BODY_LANDMARKS,
  type Body,
  type BodyLandmark,
} from '../../../src/core/body/body.ts'
import type { Vector3 } from '../../../src/core/geometry/vector.ts'

export type Place = readonly [x: number, y: number, z: number]
export type Places = Partial<Readonly<Record<BodyLandmark, Place>>>

/** Somebody 1.75 m tall who stands facing the camera, arms hanging; metres from the hips, x to the picture's right. */
const STANDING: Readonly<Record<BodyLandmark, Place>> = {
  nose: [0, -0.68, -0.1],
  leftEar: [0.07, -0.7, 0],
  rightEar: [-0.07, -0.7, 0],
  leftShoulder: [0.18, -0.5, 0],
  rightShoulder: [-0.18, -0.5, 0],
  leftElbow: [0.18, -0.2, 0],
  rightElbow: [-0.18, -0.2, 0],
  leftWrist: [0.18, 0.06, 0],
  rightWrist: [-0.18, 0.06, 0],
  leftLittle: [0.18, 0.14, 0.02],
  rightLittle: [-0.18, 0.14, 0.02],
  leftIndex: [0.18, 0.14, -0.02],
  rightIndex: [-0.18, 0.14, -0.02],
  leftHip: [0.18, 0, 0],
  rightHip: [-0.18, 0, 0],
  leftKnee: [0.18, 0.42, 0],
  rightKnee: [-0.18, 0.42, 0],
  leftAnkle: [0.18, 0.82, 0],
  rightAnkle: [-0.18, 0.82, 0],
  leftHeel: [0.18, 0.86, 0.05],
  rightHeel: [-0.18, 0.86, 0.05],
  leftToes: [0.18, 0.86, -0.15],
  rightToes: [-0.18, 0.86, -0.15],
}

export interface MadeUpBody {
  readonly trackId?: number
  readonly places?: Places
  /** Applied to every place: turning the whole person, say. */
  readonly moved?: (place: Place) => Place
  readonly hidden?: readonly BodyLandmark[]
  readonly outside?: readonly BodyLandmark[]
}

/** Somebody standing but for what is said; the picture shows two metres of them. */
export function madeUpBody({
  trackId = 1,
  places = {},
  moved = (place) => place,
  hidden = [],
  outside = [],
}: MadeUpBody = {}): Body {
  const world: Vector3[] = Array.from({ length: BODY_LANDMARK_COUNT }, () => ({ x: 0, y: 0, z: 0 }))
  for (const [name, place] of Object.entries({ ...STANDING, ...places })) {
    const [x, y, z] = moved(place)
    world[BODY_LANDMARKS[asLandmark(name)]] = { x, y, z }
  }
  const shares = (without: readonly BodyLandmark[]): number[] => {
    const all = world.map(() => 0.95)
    for (const name of without) all[BODY_LANDMARKS[name]] = 0.1
    return all
  }
  return {
    trackId,
    world,
    landmarks: world.map(({ x, y, z }) => ({ x: 0.5 + x / 2, y: 0.5 + y / 2, z: z / 2 })),
    visibility: shares(hidden),
    inPicture: shares(outside),
  }
}

const asLandmark = (name: string): BodyLandmark => name as BodyLandmark

/** Sitting on nothing, thighs level, shins upright, arms stretched forwards. */
export const SQUATTING: Places = {
  leftKnee: [0.18, 0, -0.42],
  rightKnee: [-0.18, 0, -0.42],
  leftAnkle: [0.18, 0.4, -0.42],
  rightAnkle: [-0.18, 0.4, -0.42],
}
export const ARMS_UP: Places = {
  leftElbow: [0.22, -0.78, 0],
  rightElbow: [-0.22, -0.78, 0],
  leftWrist: [0.24, -1.04, 0],
  rightWrist: [-0.24, -1.04, 0],
}
export const ARMS_CROSSED: Places = {
  leftElbow: [0.22, -0.24, -0.1],
  rightElbow: [-0.22, -0.24, -0.1],
  leftWrist: [-0.12, -0.3, -0.2],
  rightWrist: [0.12, -0.28, -0.2],
}
