import { pixelsToRegion, type Region } from '../hands/region.ts'
import { POSE_INPUT_PX, type FoundPose } from './pose-landmarks.ts'

/** What somebody wears, roughly: the mean colours of chest, belly, thighs and shins, 4 × R, G, B of 0..1. */
export type Appearance = Float32Array

const PARTS = 4
const PART_VALUES = PARTS * 3
/** Parts that are hidden or outside the picture are not a number. */
const MIN_VISIBILITY = 0.5

const [LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP] = [11, 12, 23, 24] as const
const [LEFT_KNEE, RIGHT_KNEE, LEFT_ANKLE, RIGHT_ANKLE] = [25, 26, 27, 28] as const

/** Points of each part, as how far along the way between which two landmarks. */
type Spot = readonly [from: number, to: number, along: number]
const spotsAlong = (from: number, to: number, ...shares: readonly number[]): readonly Spot[] =>
  shares.map((share) => [from, to, share])
const SPOTS: readonly (readonly Spot[])[] = [
  [
    ...spotsAlong(LEFT_SHOULDER, RIGHT_HIP, 0.2, 0.35),
    ...spotsAlong(RIGHT_SHOULDER, LEFT_HIP, 0.2, 0.35),
    ...spotsAlong(LEFT_SHOULDER, RIGHT_SHOULDER, 0.35, 0.65),
  ],
  [
    ...spotsAlong(LEFT_SHOULDER, RIGHT_HIP, 0.6, 0.75),
    ...spotsAlong(RIGHT_SHOULDER, LEFT_HIP, 0.6, 0.75),
  ],
  [
    ...spotsAlong(LEFT_HIP, LEFT_KNEE, 0.35, 0.5, 0.65),
    ...spotsAlong(RIGHT_HIP, RIGHT_KNEE, 0.35, 0.5, 0.65),
  ],
  [
    ...spotsAlong(LEFT_KNEE, LEFT_ANKLE, 0.35, 0.5, 0.65),
    ...spotsAlong(RIGHT_KNEE, RIGHT_ANKLE, 0.35, 0.5, 0.65),
  ],
]

/** Reads the colours where the model was looking: `input` are the planes that it was given for `region`. */
export function appearanceOf(
  pose: FoundPose,
  input: Float32Array,
  region: Region,
  widthPx: number,
  heightPx: number,
): Appearance {
  const appearance = new Float32Array(PART_VALUES).fill(Number.NaN)
  const colourCellOf = ([from, to, share]: Spot): number | undefined => {
    if (Math.min(pose.visibility[from] ?? 0, pose.visibility[to] ?? 0) < MIN_VISIBILITY) return
    const between = (axis: 0 | 1): number => {
      const [a, b] = [pose.landmarks[3 * from + axis] ?? 0, pose.landmarks[3 * to + axis] ?? 0]
      return a + (b - a) * share
    }
    const at = { x: between(0) * widthPx, y: between(1) * heightPx }
    if (at.x < 0 || at.y < 0 || at.x >= widthPx || at.y >= heightPx) return
    const { u, v } = pixelsToRegion(region, at)
    const [column, row] = [Math.floor(u * POSE_INPUT_PX), Math.floor(v * POSE_INPUT_PX)]
    const isSeen = Math.min(column, row) >= 0 && Math.max(column, row) < POSE_INPUT_PX
    return isSeen ? row * POSE_INPUT_PX + column : undefined
  }
  for (const [part, spots] of SPOTS.entries()) {
    const cells = spots.map(colourCellOf).filter((cell) => cell !== undefined)
    if (cells.length < spots.length / 2) continue
    for (let plane = 0; plane < 3; plane++) {
      const offset = plane * POSE_INPUT_PX * POSE_INPUT_PX
      const sum = cells.reduce((total, cell) => total + (input[offset + cell] ?? 0), 0)
      appearance[3 * part + plane] = sum / cells.length
    }
  }
  return appearance
}

/** Mean difference of the colours that both have, 0..1; undefined when they have too little in common to tell. */
export function appearanceDifference(a: Appearance, b: Appearance): number | undefined {
  let [sum, values] = [0, 0]
  for (let index = 0; index < PART_VALUES; index++) {
    const difference = Math.abs((a[index] ?? Number.NaN) - (b[index] ?? Number.NaN))
    if (Number.isNaN(difference)) continue
    sum += difference
    values += 1
  }
  return values === 0 ? undefined : sum / values
}

/** Light changes slowly; a moment's wrong look (somebody in front) must not. */
const LEARNING_RATE = 0.1

/** Takes the newest look into what is known. */
export function learnAppearance(known: Appearance, seen: Appearance): Appearance {
  return known.map((value, index) => {
    const now = seen[index] ?? Number.NaN
    if (Number.isNaN(value)) return now
    return Number.isNaN(now) ? value : value + (now - value) * LEARNING_RATE
  })
}
