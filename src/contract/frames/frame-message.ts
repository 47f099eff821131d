import { z } from 'zod'
import { flatFromPoints, pointsFromFlat } from '../../core/geometry/flat-points.ts'
import type { HandFrame, TrackedHand } from '../../core/hand/hand-frame.ts'
import { LANDMARK_COUNT } from '../../core/hand/landmark.ts'
import { frameStamp } from './frame-stamp.ts'

const COORDINATES_PER_HAND = LANDMARK_COUNT * 3
const MOST_HANDS = 2
/** Of a hand's joints, flat. */
export const coordinates = z.array(z.number()).length(COORDINATES_PER_HAND)

/** A hand frame on the wire, as the user sees it: landmarks flat, joint-major, so that it is small and quick to check. */
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
    .max(MOST_HANDS),
})
export type FrameMessage = z.infer<typeof frameMessageSchema>
type HandMessage = FrameMessage['hands'][number]

/** Those that can go on the wire: a number that is not finite is no place, and would end the connection. At most two. */
export const validHands = (hands: readonly TrackedHand[]): HandMessage[] =>
  hands.map(messageFromHand).filter(isValid).slice(0, MOST_HANDS)

const messageFromHand = ({ handedness, score, landmarks, world }: TrackedHand): HandMessage => ({
  handedness,
  score,
  landmarks: flatFromPoints(landmarks),
  world: flatFromPoints(world),
})

const isValid = ({ landmarks, world, score }: HandMessage): boolean =>
  score >= 0 && score <= 1 && arePlaces(landmarks) && arePlaces(world)

const arePlaces = (flat: readonly number[]): boolean =>
  flat.length === COORDINATES_PER_HAND && flat.every(Number.isFinite)

export function frameFromMessage(message: FrameMessage): HandFrame {
  const { sequence, atMs, capturedAtMs, aspectRatio } = message
  return { sequence, atMs, capturedAtMs, aspectRatio, hands: message.hands.map(handFromMessage) }
}

const handFromMessage = ({ handedness, score, landmarks, world }: HandMessage): TrackedHand => ({
  handedness,
  score,
  landmarks: pointsFromFlat(landmarks),
  world: pointsFromFlat(world),
})
