import type { Vector3 } from '../../core/geometry/vector.ts'
import type { Handedness } from '../../core/hand/hand-frame.ts'

/** One hand as it is drawn: x to the right of the picture that is shown. */
export interface ShownHand {
  readonly handedness: Handedness
  readonly landmarks: readonly Vector3[]
}

/** Detections come ten to thirty times a second, the screen is drawn sixty: between two of them hands glide. */
export interface HandInterpolation {
  /** `atMs` is when the detection arrived. */
  add(hands: readonly ShownHand[], atMs: number): void
  /** Hands as they are to be drawn now; none once detections have stopped coming for a while. */
  at(nowMs: number): readonly ShownHand[]
}

const LONGEST_GLIDE_MS = 150
const GONE_AFTER_MS = 500

export function createHandInterpolation(): HandInterpolation {
  let from: readonly ShownHand[] = []
  let to: readonly ShownHand[] = []
  let arrivedMs = -Infinity
  let interpolationMs = 0
  const at = (nowMs: number): readonly ShownHand[] => {
    if (nowMs - arrivedMs > GONE_AFTER_MS) return []
    const ratio = interpolationMs > 0 ? Math.min(1, (nowMs - arrivedMs) / interpolationMs) : 1
    return to.map((hand) => {
      const before = from.find(({ handedness }) => handedness === hand.handedness)
      return before ? handBetween(before, hand, ratio) : hand
    })
  }
  return {
    at,
    add: (hands, atMs) => {
      // From where they are drawn now, not from the last detection: a late one would make them jump back.
      from = at(atMs)
      interpolationMs = Math.min(LONGEST_GLIDE_MS, Math.max(0, atMs - arrivedMs))
      to = hands
      arrivedMs = atMs
    },
  }
}

function handBetween(from: ShownHand, to: ShownHand, ratio: number): ShownHand {
  const landmarks = to.landmarks.map((point, joint): Vector3 => {
    const start = from.landmarks[joint] ?? point
    return {
      x: start.x + (point.x - start.x) * ratio,
      y: start.y + (point.y - start.y) * ratio,
      z: start.z + (point.z - start.z) * ratio,
    }
  })
  return { handedness: to.handedness, landmarks }
}
