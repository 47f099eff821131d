import type { BodyLandmark } from './body.ts'

export const SIDES = ['left', 'right'] as const
export type BodySide = (typeof SIDES)[number]

/** Angles that each side has one of. */
export const SIDE_ANGLES = ['elbow', 'shoulder', 'wrist', 'hip', 'knee', 'ankle'] as const
export type SideAngle = (typeof SIDE_ANGLES)[number]
export const TRUNK_ANGLES = ['neck', 'trunk', 'trunkSideways', 'trunkForward'] as const
export type TrunkAngle = (typeof TRUNK_ANGLES)[number]
export type AngleName = `${BodySide}.${SideAngle}` | TrunkAngle

/** A direction: from one landmark, or the middle between two, to another. */
export interface Segment {
  readonly from: readonly BodyLandmark[]
  readonly to: readonly BodyLandmark[]
}

/** `degrees` = `offsetDeg` + `sign` × the angle between two directions in space. */
export interface AngleDefinition {
  /** What the number means, for people. */
  readonly means: string
  readonly first: Segment
  readonly second: Segment
  readonly sign: 1 | -1
  readonly offsetDeg: number
}

const segment = (
  from: BodyLandmark | readonly BodyLandmark[],
  to: BodyLandmark | readonly BodyLandmark[],
): Segment => ({
  from: typeof from === 'string' ? [from] : from,
  to: typeof to === 'string' ? [to] : to,
})
const angleBetween = (means: string, first: Segment, second: Segment): AngleDefinition => ({
  means,
  first,
  second,
  sign: 1,
  offsetDeg: 0,
})

/**
 * The joints of Sports2D's list (github.com/davidpagnon/Sports2D, "Joint angles"), with its zeros: what is straight is 0,
 * bending counts up. Taken in space instead of in the picture's plane, so that there is no sign: a knee that bends the wrong
 * way bends all the same. Only the ankle can be negative.
 */
export const sideDefinitions = (side: BodySide): Readonly<Record<SideAngle, AngleDefinition>> => {
  const shoulder = `${side}Shoulder` as const
  const [elbow, wrist] = [`${side}Elbow`, `${side}Wrist`] as const
  const [hip, knee, ankle] = [`${side}Hip`, `${side}Knee`, `${side}Ankle`] as const
  const hand = [`${side}Index`, `${side}Little`] as const
  return {
    elbow: angleBetween(
      'Bend of the elbow: 0 with a straight arm.',
      segment(shoulder, elbow),
      segment(elbow, wrist),
    ),
    shoulder: angleBetween(
      'Lift of the upper arm away from the trunk: 0 hanging down, 90 level, 180 straight up.',
      segment(shoulder, hip),
      segment(shoulder, elbow),
    ),
    wrist: angleBetween(
      'Bend of the wrist, any way: 0 with the hand in line with the forearm.',
      segment(elbow, wrist),
      segment(wrist, hand),
    ),
    hip: angleBetween(
      'Bend between trunk and thigh: 0 standing upright.',
      segment(shoulder, hip),
      segment(hip, knee),
    ),
    knee: angleBetween(
      'Bend of the knee: 0 with a straight leg.',
      segment(hip, knee),
      segment(knee, ankle),
    ),
    ankle: {
      ...angleBetween(
        'Lift of the toes: 0 with the foot at a right angle to the shin, negative with the toes pointed.',
        segment(ankle, knee),
        segment(`${side}Heel`, `${side}Toes`),
      ),
      sign: -1,
      offsetDeg: 90,
    },
  }
}

export const SHOULDERS = ['leftShoulder', 'rightShoulder'] as const
export const HIPS = ['leftHip', 'rightHip'] as const
export const TRUNK = segment(HIPS, SHOULDERS)
export const NECK: AngleDefinition = angleBetween(
  'Lean of the head away from the line of the trunk: 0 in line.',
  TRUNK,
  segment(SHOULDERS, ['leftEar', 'rightEar']),
)
export const TRUNK_MEANS = {
  trunk: 'Lean of the trunk away from the vertical, any way: 0 upright.',
  trunkSideways: "Lean of the trunk to the side: positive to the person's left.",
  trunkForward: 'Lean of the trunk forwards: positive forwards, negative backwards.',
} as const

/** The definition of every angle, for people. */
export const ANGLE_MEANS: Readonly<Record<AngleName, string>> = asMeans([
  ...SIDES.flatMap((side) =>
    SIDE_ANGLES.map((name) => [`${side}.${name}`, sideDefinitions(side)[name].means] as const),
  ),
  ['neck', NECK.means],
  ...Object.entries(TRUNK_MEANS),
])

// Object.fromEntries forgets the names' type; the list above has every one.
function asMeans(entries: readonly (readonly [string, string])[]) {
  return Object.fromEntries(entries) as Record<AngleName, string>
}
