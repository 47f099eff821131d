import type { PlanePoint } from '../geometry/plane.ts'
import type { ImagePoint } from '../geometry/point.ts'
import type { Vector3 } from '../geometry/vector.ts'
import { angleBetweenRad } from '../geometry/vector.ts'
import { fingerBendRatio } from './finger-curl.ts'
import type { Handedness, TrackedHand } from './hand-frame.ts'
import { FINGER_CHAINS, LANDMARK_COUNT, THUMB } from './landmark.ts'
import type { Finger } from './landmark.ts'
import { palmLengthInImage } from './hand-scale.ts'
import { facingRatio, palmInImage } from './palm.ts'
import { distanceBetween, boneVector, palmLengthOf, solidHand } from './solid.ts'

/** What one hand does in one frame, in numbers that mean the same for every hand, distance and direction. */
export interface HandFeatures {
  /** Per finger: 0 straight .. 1 curled into the palm. */
  readonly curlRatio: Readonly<Record<Finger, number>>
  /** Distance of the thumb's tip from the little finger's knuckle in palm lengths: small when it lies across the palm. */
  readonly thumbReachRatio: number
  /** Turn at the thumb's two outer joints together, 0 straight. */
  readonly thumbBendRad: number
  /** Where the thumb points in the picture: 0 up, π down, either side alike. */
  readonly thumbFromUpRad: number
  /** Per finger: distance of its tip from the thumb's tip in palm lengths; touching is near 0.2, relaxed above 0.5. */
  readonly pinchRatio: Readonly<Record<Finger, number>>
  /** 1 palm squarely to the camera .. -1 back of the hand. */
  readonly facingRatio: number
  /** Angle between index and little finger bones: how far the hand is fanned out. */
  readonly spreadRad: number
  /** 0 fingers up, positive clockwise, -π..π. */
  readonly rollRad: number
  /** Wrist to middle knuckle, in image heights, as it would be with the palm square to the camera. */
  readonly palmLength: number
  readonly palmCentre: PlanePoint
  readonly anchor: PlanePoint
  /** Share of the landmarks beyond the picture's edges, 0..1: those are guessed. */
  readonly outsideRatio: number
}

/** Undefined for a hand that cannot be measured: wrong number of landmarks, a coordinate that is not finite, no extent. */
export function handFeatures(hand: TrackedHand, aspectRatio: number): HandFeatures | undefined {
  const { world, landmarks } = hand
  if (!isMeasurable(landmarks) || !isMeasurable(world) || !(aspectRatio > 0)) return undefined
  const solid = solidHand(landmarks, aspectRatio)
  const length = palmLengthOf(solid)
  const lengthM = palmLengthOf(world)
  const palm = palmInImage(landmarks, aspectRatio)
  const palmLength = palmLengthInImage(landmarks, world, aspectRatio)
  if (!(length > 0) || !(lengthM > 0) || !(palmLength > 0)) return undefined
  const { tip } = THUMB
  const little = FINGER_CHAINS.little.base
  return {
    curlRatio: eachFinger((finger) => fingerBendRatio(solid, finger)),
    // The mean of both: each is misled by other hands, and tuned pictures part best by it.
    thumbReachRatio:
      (distanceBetween(solid, tip, little) / length +
        distanceBetween(world, tip, little) / lengthM) /
      2,
    thumbBendRad: thumbBendRad(solid),
    thumbFromUpRad: thumbFromUpRad(solid),
    pinchRatio: eachFinger(
      (finger) => distanceBetween(solid, tip, FINGER_CHAINS[finger].tip) / length,
    ),
    facingRatio: facingRatio(world, hand.handedness),
    spreadRad: angleBetweenRad(firstBone(solid, 'index'), firstBone(solid, 'little')),
    rollRad: palm.rollRad,
    palmLength,
    palmCentre: palm.centre,
    anchor: palm.anchor,
    outsideRatio: outsideRatio(landmarks),
  }
}

/** The features of a hand seen before, told that it is the other hand after all. */
export function withHandedness(
  features: HandFeatures,
  seen: Handedness,
  is: Handedness,
): HandFeatures {
  return seen === is ? features : { ...features, facingRatio: -features.facingRatio }
}

function eachFinger(measure: (finger: Finger) => number): Record<Finger, number> {
  return {
    index: measure('index'),
    middle: measure('middle'),
    ring: measure('ring'),
    little: measure('little'),
  }
}

/** Landmarks may leave the image, but not by this much; larger numbers would overflow further on. NaN fails as well. */
const FARTHEST = 1000

function isMeasurable(points: readonly Vector3[]): boolean {
  if (points.length !== LANDMARK_COUNT) return false
  for (const { x, y, z } of points) {
    const isNear = Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(z) <= FARTHEST
    if (!isNear) return false
  }
  return true
}

function outsideRatio(landmarks: readonly ImagePoint<'user'>[]): number {
  let outside = 0
  for (const { x, y } of landmarks) if (x < 0 || x > 1 || y < 0 || y > 1) outside += 1
  return outside / landmarks.length
}

function thumbBendRad(points: readonly Vector3[]): number {
  const { base, middle, end, tip } = THUMB
  const second = boneVector(points, middle, end)
  return (
    angleBetweenRad(boneVector(points, base, middle), second) +
    angleBetweenRad(second, boneVector(points, end, tip))
  )
}

function thumbFromUpRad(points: readonly Vector3[]): number {
  const { x, y } = boneVector(points, THUMB.middle, THUMB.tip)
  return Math.abs(Math.atan2(x, -y))
}

const firstBone = (points: readonly Vector3[], finger: Finger): Vector3 =>
  boneVector(points, FINGER_CHAINS[finger].base, FINGER_CHAINS[finger].middle)
