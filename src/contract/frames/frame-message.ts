import { z } from 'zod'
import type { ImagePoint, WorldPoint } from '../../core/geometry/point.ts'
import type { HandFrame, TrackedHand } from '../../core/hand/hand-frame.ts'
import { frameStamp } from './frame-stamp.ts'

const COORDINATES_PER_HAND = 21 * 3
/** Of a hand's joints, flat. */
export const coordinates = z.array(z.number()).length(COORDINATES_PER_HAND)

/** A hand frame on the wire: landmarks flat, joint-major (x0 y0 z0 x1 ...), so that it is small and quick to check. */
export const frameMessageSchema = z.strictObject({
  ...frameStamp,
  hands: z
    .array(
      z.strictObject({
        handedness: z.enum(['left', 'right']),
        score: z.number().min(0).max(1),
        landmarks: coordinates,
        world: coordinates,
      }),
    )
    .max(2),
})
export type FrameMessage = z.infer<typeof frameMessageSchema>

/** Writes points flat. Inverse of `frameFromMessage`. */
export function flatFromPoints(points: readonly (ImagePoint | WorldPoint)[]): number[] {
  return points.flatMap((point) => [point.x, point.y, point.z])
}

/** Those that can go on the wire: a number that is not finite is no place, and would end the connection. At most two. */
export const validHands = (hands: readonly TrackedHand[]): readonly TrackedHand[] =>
  hands.filter(isValid).slice(0, 2)

function isValid({ landmarks, world, score }: TrackedHand): boolean {
  const isScore = score >= 0 && score <= 1
  return isScore && [landmarks, world].every((points) => arePlaces(flatFromPoints(points)))
}

const arePlaces = (flat: readonly number[]): boolean =>
  flat.length === COORDINATES_PER_HAND && flat.every(Number.isFinite)

export function frameFromMessage(message: FrameMessage): HandFrame {
  const { sequence, atMs, capturedAtMs, aspectRatio } = message
  return { sequence, atMs, capturedAtMs, aspectRatio, hands: message.hands.map(handFromMessage) }
}

function handFromMessage(hand: FrameMessage['hands'][number]): TrackedHand {
  return {
    handedness: hand.handedness,
    score: hand.score,
    landmarks: pointsFromFlat(hand.landmarks),
    world: pointsFromFlat(hand.world),
  }
}

function pointsFromFlat(flat: readonly number[]): { x: number; y: number; z: number }[] {
  const points = []
  for (let at = 0; at + 2 < flat.length; at += 3) {
    points.push({ x: flat[at] ?? 0, y: flat[at + 1] ?? 0, z: flat[at + 2] ?? 0 })
  }
  return points
}
