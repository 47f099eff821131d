import openPalm from '../../../test/recordings/open-palm.jsonl?raw'
import type { TrackedHand } from '../../core/hand/hand-frame.ts'
import { FINGER_CHAINS, THUMB } from '../../core/hand/landmark.ts'
import type { DetectedFrame } from '../capture/tracking/loop/messages.ts'

const JOINTS = 21

/** A real hand, as a tracker saw it when its fingers were the farthest apart: what a test needs of a person. */
export function recordedHand(): TrackedHand {
  const hands = openPalm
    .trim()
    .split('\n')
    .flatMap((line) => asPacked(JSON.parse(line)).frame?.h.map(unpack) ?? [])
  const [widest] = hands.toSorted((a, b) => gapOf(b) - gapOf(a))
  if (!widest) throw new Error('recordedHand: the recording holds no hand')
  return widest
}

function gapOf({ landmarks }: TrackedHand): number {
  const thumb = landmarks[THUMB.tip]
  const index = landmarks[FINGER_CHAINS.index.tip]
  return thumb && index ? Math.hypot(thumb.x - index.x, thumb.y - index.y) : 0
}

/** The hand somewhere else in the picture, in shares of it. */
export function movedHand(hand: TrackedHand, byX: number, byY: number): TrackedHand {
  return {
    ...hand,
    landmarks: hand.landmarks.map((point) => ({ ...point, x: point.x + byX, y: point.y + byY })),
  }
}

/** Its index finger led to the thumb: 0 as it was .. 1 tip on tip. */
export function pinchedHand(hand: TrackedHand, ratio: number): TrackedHand {
  const chain: readonly number[] = Object.values(FINGER_CHAINS.index)
  const lead = <Point extends { x: number; y: number; z: number }>(
    points: readonly Point[],
  ): Point[] => {
    const thumb = points[THUMB.tip]
    const tip = points[FINGER_CHAINS.index.tip]
    if (!thumb || !tip) return [...points]
    return points.map((point, joint) => {
      const share = chain.indexOf(joint) / (chain.length - 1)
      if (share <= 0) return point
      return {
        ...point,
        x: point.x + (thumb.x - tip.x) * ratio * share,
        y: point.y + (thumb.y - tip.y) * ratio * share,
        z: point.z + (thumb.z - tip.z) * ratio * share,
      }
    })
  }
  return { ...hand, landmarks: lead(hand.landmarks), world: lead(hand.world) }
}

export function frameOf(hands: readonly TrackedHand[], atMs: number): DetectedFrame {
  return {
    ...{ sequence: Math.round(atMs), atMs, capturedAtMs: atMs + 1, aspectRatio: 4 / 3 },
    ...{ waitMs: 1, detectMs: 10, hands },
  }
}

/** A line of a recording: a frame, or something else. */
interface Packed {
  readonly frame?: { readonly h: readonly PackedHand[] }
}
type PackedHand = readonly [TrackedHand['handedness'], number, readonly number[], readonly number[]]

const asPacked = (line: unknown): Packed => line as Packed

function unpack([handedness, score, landmarks, world]: PackedHand): TrackedHand {
  const points = (flat: readonly number[]): { x: number; y: number; z: number }[] =>
    Array.from({ length: JOINTS }, (_, joint) => ({
      x: flat[joint * 3] ?? 0,
      y: flat[joint * 3 + 1] ?? 0,
      z: flat[joint * 3 + 2] ?? 0,
    }))
  return { handedness, score, landmarks: points(landmarks), world: points(world) }
}
