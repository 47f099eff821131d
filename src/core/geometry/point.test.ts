import { expect, it } from 'vitest'
import { picturePoint, worldPoint, type Body } from '../body/body.ts'
import type { TrackedHand } from '../hand/hand-frame.ts'
import { boneVector } from '../hand/solid.ts'
import { imageToPlane } from './plane.ts'
import { pictureToUser } from './mirror.ts'
import { angleBetweenRad, distance, subtract } from './vector.ts'

/** The right wrist of both, on the user's right: a quarter of the picture from its edge. */
const hand: TrackedHand = {
  handedness: 'right',
  score: 1,
  landmarks: [
    { x: 0.75, y: 0.5, z: 0 },
    { x: 0.75, y: 0.25, z: 0 },
  ],
  world: [{ x: 0, y: 0.08, z: 0 }],
}
const body: Body = {
  trackId: 1,
  landmarks: Array.from({ length: 33 }, () => ({ x: 0.25, y: 0.5, z: 0 })),
  world: Array.from({ length: 33 }, () => ({ x: -0.3, y: 0, z: 0 })),
  visibility: [],
  inPicture: [],
}
const [ofHand, ofBody] = [hand.landmarks[0]!, picturePoint(body, 'rightWrist')]

it("compares a hand's wrist with a body's only where both are seen alike", () => {
  // @ts-expect-error one is where its user sees it, the other where the camera does
  expect(distance(ofHand, ofBody)).toBe(0.5)
  expect(distance(ofHand, pictureToUser(ofBody))).toBe(0)
  // @ts-expect-error it is where its user sees it already
  pictureToUser(ofHand)
})

it('compares no metres of a hand with those of a body: each has its own origin', () => {
  // @ts-expect-error from the middle of the hand, and from between the hips
  distance(hand.world[0]!, worldPoint(body, 'rightWrist'))
  // @ts-expect-error metres are no share of the picture
  distance(hand.world[0]!, ofHand)
})

it('knows of a direction in which space it leads', () => {
  const arm = subtract(ofBody, picturePoint(body, 'rightElbow'))
  // @ts-expect-error to the right is not the same way in both
  angleBetweenRad(boneVector(hand.landmarks, 0, 1), arm)
  expect(angleBetweenRad(boneVector(hand.landmarks, 0, 1), subtract(ofHand, ofHand))).toBe(0)
  // @ts-expect-error a direction is no place
  pictureToUser(arm)
})

it('lays only what its user sees into the plane', () => {
  expect(imageToPlane(ofHand, 2)).toEqual({ x: 1.5, y: 0.5 })
  // @ts-expect-error a place in the picture
  imageToPlane(ofBody, 2)
})
