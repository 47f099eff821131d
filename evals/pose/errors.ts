import type { AngleName } from '../../src/core/body/angle-definitions.ts'
import type { Body } from '../../src/core/body/body.ts'
import { jointAngles } from '../../src/core/body/joint-angles.ts'
import type { GoldenFrame } from './golden.ts'
import type { VideoBodies } from './videos.ts'

const [LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP] = [11, 12, 23, 24] as const

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * Distance of every landmark of every frame from where it should be, in torso lengths (middle of the shoulders to middle of
 * the hips, of the golden points). A frame in which nobody was found counts with a torso's length for each landmark.
 */
export function landmarkErrors(
  { frames, widthPx, heightPx }: VideoBodies,
  golden: readonly GoldenFrame[],
): readonly number[] {
  return golden.flatMap((truth, index) => {
    const body = frames[index]
    const torsoPx = torsoLength(truth)
    return [...truth].map(([landmark, place]) => {
      const found = body?.landmarks[landmark]
      if (found === undefined) return 1
      return Math.hypot(found.x * widthPx - place.x, found.y * heightPx - place.y) / torsoPx
    })
  })
}

/** Distance of one tracker's landmarks from another's, in torso lengths. */
export function landmarkDifferences(one: VideoBodies, other: VideoBodies): readonly number[] {
  return landmarkErrors(
    one,
    other.frames.map(
      (body) =>
        new Map(
          body?.landmarks.map(({ x, y }, index) => [
            index,
            { x: x * other.widthPx, y: y * other.heightPx, z: 0 },
          ]),
        ),
    ),
  )
}

function torsoLength(truth: GoldenFrame): number {
  const place = (landmark: number): Point => truth.get(landmark) ?? { x: Number.NaN, y: Number.NaN }
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })
  const shoulders = middle(place(LEFT_SHOULDER), place(RIGHT_SHOULDER))
  const hips = middle(place(LEFT_HIP), place(RIGHT_HIP))
  return Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y)
}

/** A body of golden points in metres, seen without a doubt. */
export function goldenBody(world: GoldenFrame): Body {
  const points = Array.from({ length: 33 }, (_, index) => world.get(index) ?? { x: 0, y: 0, z: 0 })
  const sure = points.map(() => 1)
  return { trackId: 1, landmarks: points, world: points, visibility: sure, inPicture: sure }
}

export const degreesOf = (body: Body, name: AngleName): number =>
  jointAngles(body).find((angle) => angle.name === name)?.degrees ?? Number.NaN

/** How far an angle of both sides is from the golden points' own, degrees, for each frame and side. */
export function angleErrors(
  frames: readonly (Body | undefined)[],
  golden: readonly GoldenFrame[],
  joint: 'knee' | 'hip',
): readonly number[] {
  return golden.flatMap((truth, index) => {
    const body = frames[index]
    if (body === undefined) return [180, 180]
    return (['left', 'right'] as const).map((side) =>
      Math.abs(
        degreesOf(body, `${side}.${joint}`) - degreesOf(goldenBody(truth), `${side}.${joint}`),
      ),
    )
  })
}
