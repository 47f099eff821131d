import { LANDMARKS, type FoundHand } from './hand-landmarks.ts'

/**
 * Two finds are one hand when their landmarks lie on average closer together than this share of the larger hand.
 * Two real hands that touch are several times further apart; found on the two-hand frames of the parity evaluation.
 */
const SAME_HAND_RATIO = 0.2

/** Drops finds that are another find's hand, the surer one stays. Order is kept. */
export function withoutDuplicates(hands: readonly FoundHand[]): readonly FoundHand[] {
  return hands.filter(
    (hand, index) =>
      !hands.some(
        (other, otherIndex) =>
          other !== hand && isSurer(other, otherIndex, hand, index) && isSameHand(other, hand),
      ),
  )
}

function isSurer(a: FoundHand, indexA: number, b: FoundHand, indexB: number): boolean {
  return a.presence === b.presence ? indexA < indexB : a.presence > b.presence
}

function isSameHand(a: FoundHand, b: FoundHand): boolean {
  let sum = 0
  for (let at = 0; at < LANDMARKS * 3; at += 3) {
    const dx = (a.landmarks[at] ?? 0) - (b.landmarks[at] ?? 0)
    const dy = (a.landmarks[at + 1] ?? 0) - (b.landmarks[at + 1] ?? 0)
    sum += Math.hypot(dx, dy)
  }
  return sum / LANDMARKS < SAME_HAND_RATIO * Math.max(extent(a), extent(b))
}

/** Diagonal of the upright bounds, 0..√2 of the picture. */
function extent(hand: FoundHand): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < LANDMARKS * 3; at += 3) {
    minX = Math.min(minX, hand.landmarks[at] ?? 0)
    maxX = Math.max(maxX, hand.landmarks[at] ?? 0)
    minY = Math.min(minY, hand.landmarks[at + 1] ?? 0)
    maxY = Math.max(maxY, hand.landmarks[at + 1] ?? 0)
  }
  return Math.hypot(maxX - minX, maxY - minY)
}
