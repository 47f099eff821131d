import { z } from 'zod'
import { BODY_LANDMARK_COUNT, type Body } from '../../core/body/body.ts'
import { flatFromPoints, pointsFromFlat } from '../../core/geometry/flat-points.ts'
import { frameStamp } from './frame-stamp.ts'

const coordinates = z.array(z.number()).length(BODY_LANDMARK_COUNT * 3)
const shares = z.array(z.number().min(0).max(1)).length(BODY_LANDMARK_COUNT)
const MOST_BODIES = 4

/**
 * People of one picture on the wire, landmarks flat (x0 y0 z0 x1 ...). As in a picture that is not mirrored, whatever the camera
 * gave: x grows to the picture's right, and the left hand of whoever faces the camera is on that side.
 */
export const bodyMessageSchema = z.strictObject({
  ...frameStamp,
  bodies: z
    .array(
      z.strictObject({
        trackId: z.number().int().nonnegative(),
        landmarks: coordinates,
        world: coordinates,
        visibility: shares,
        inPicture: shares,
      }),
    )
    .max(MOST_BODIES),
})
export type BodyMessage = z.infer<typeof bodyMessageSchema>
type PersonMessage = BodyMessage['bodies'][number]

export const bodyFromMessage = ({ landmarks, world, ...rest }: PersonMessage): Body => ({
  ...rest,
  landmarks: pointsFromFlat(landmarks),
  world: pointsFromFlat(world),
})

/** Those that can go on the wire: a number that is not finite is no place, and would end the connection. */
export const validBodies = (bodies: readonly Body[]): PersonMessage[] =>
  bodies.map(messageFromBody).filter(isValid).slice(0, MOST_BODIES)

function messageFromBody({
  trackId,
  landmarks,
  world,
  visibility,
  inPicture,
}: Body): PersonMessage {
  return {
    trackId,
    landmarks: flatFromPoints(landmarks),
    world: flatFromPoints(world),
    visibility: [...visibility],
    inPicture: [...inPicture],
  }
}

const isValid = ({ landmarks, world, visibility, inPicture }: PersonMessage): boolean =>
  [landmarks, world].every(
    (values) => values.length === BODY_LANDMARK_COUNT * 3 && values.every(Number.isFinite),
  ) &&
  [visibility, inPicture].every(
    (values) =>
      values.length === BODY_LANDMARK_COUNT && values.every((share) => share >= 0 && share <= 1),
  )
