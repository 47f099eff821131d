import type { RawHand, RawPicture } from './raw-hands.ts'

type Size = Pick<RawPicture, 'widthPx' | 'heightPx'>
type PlanePoint = { readonly x: number; readonly y: number }

const WRIST = 0
const MIDDLE_KNUCKLE = 9

/** Mean distance of the landmarks, in palm sizes (wrist to middle knuckle) of `reference`. Points are 0..1 of the picture. */
export function palmError(
  hand: readonly PlanePoint[],
  reference: readonly PlanePoint[],
  { widthPx, heightPx }: Size,
): number {
  const distance = (a: PlanePoint | undefined, b: PlanePoint | undefined): number =>
    a && b ? Math.hypot((a.x - b.x) * widthPx, (a.y - b.y) * heightPx) : Number.NaN
  const sum = hand.reduce((total, point, joint) => total + distance(point, reference[joint]), 0)
  return sum / hand.length / distance(reference[WRIST], reference[MIDDLE_KNUCKLE])
}

export interface HandPair {
  readonly hand: RawHand
  readonly reference: RawHand
  readonly error: number
}

/** Further apart than this they are not the same hand, but one tracker found one that the other did not. */
const SAME_HAND_PALMS = 1

/** Pairs each hand with the reference's nearest one. */
export function pairHands(picture: RawPicture, reference: RawPicture): readonly HandPair[] {
  return picture.hands.flatMap((hand) => {
    const [nearest] = reference.hands
      .map((other) => ({
        hand,
        reference: other,
        error: palmError(hand.landmarks, other.landmarks, picture),
      }))
      .toSorted((a, b) => a.error - b.error)
    return nearest && nearest.error < SAME_HAND_PALMS ? [nearest] : []
  })
}

export function quantile(values: readonly number[], ratio: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * ratio)] ?? Number.NaN
}
