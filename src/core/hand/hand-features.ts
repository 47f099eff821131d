import type { PlanePoint } from '../geometry/plane.ts'
import type { ImagePoint, WorldPoint } from '../geometry/point.ts'
import { angleBetweenRad, distance, subtract } from '../geometry/vector.ts'
import { fingerCurlRatio } from './finger-curl.ts'
import type { Handedness, TrackedHand } from './hand-frame.ts'
import { FINGER_CHAINS, LANDMARK_COUNT, THUMB, WRIST } from './landmark.ts'
import type { Finger } from './landmark.ts'
import { facingRatio, palmInImage } from './palm.ts'
import { thumbFeatures } from './thumb.ts'
import type { ThumbFeatures } from './thumb.ts'

/** What one hand does in one frame, in numbers that mean the same for every hand, distance and direction. */
export interface HandFeatures {
  /** Per finger: 0 straight .. 1 curled into the palm. */
  readonly curlRatio: Readonly<Record<Finger, number>>
  readonly thumb: ThumbFeatures
  /** Per finger: distance of its tip from the thumb's tip in palm lengths; touching is near 0.1, relaxed above 0.5. */
  readonly pinchRatio: Readonly<Record<Finger, number>>
  /** Distance between index and middle finger tips in palm lengths. */
  readonly indexMiddleGapRatio: number
  /** Angle between index and little finger bones: how far the hand is fanned out. */
  readonly spreadRad: number
  /** 1 palm squarely to the camera .. -1 back of the hand. */
  readonly facingRatio: number
  /** Where the thumb points in the picture: 0 up, π down, either side alike. */
  readonly thumbFromUpRad: number
  /** 0 fingers up, positive clockwise, -π..π. */
  readonly rollRad: number
  /** In image heights. */
  readonly palmLength: number
  readonly palmCentre: PlanePoint
  readonly anchor: PlanePoint
}

const UP: WorldPoint = { x: 0, y: -1, z: 0 }

/** Undefined for a hand that cannot be measured: wrong number of landmarks, a coordinate that is not finite, no extent. */
export function handFeatures(hand: TrackedHand, aspectRatio: number): HandFeatures | undefined {
  const { world, landmarks } = hand
  if (!isMeasurable(landmarks) || !isMeasurable(world) || !(aspectRatio > 0)) return undefined
  const palmLengthM = palmLengthInWorld(world)
  const palm = palmInImage(landmarks, aspectRatio)
  if (!(palmLengthM > 0) || !(palm.palmLength > 0)) return undefined
  const tip = (finger: Finger): number => FINGER_CHAINS[finger].tip
  const gap = (a: number, b: number): number => between(world, a, b) / palmLengthM
  return {
    curlRatio: eachFinger((finger) => fingerCurlRatio(world, finger)),
    thumb: thumbFeatures(world, palmLengthM),
    pinchRatio: eachFinger((finger) => gap(THUMB.tip, tip(finger))),
    indexMiddleGapRatio: gap(tip('index'), tip('middle')),
    spreadRad: angleBetweenRad(fingerBone(world, 'index'), fingerBone(world, 'little')),
    facingRatio: facingRatio(world, hand.handedness),
    thumbFromUpRad: angleBetweenRad(bone(world, THUMB.middle, THUMB.tip), UP),
    rollRad: palm.rollRad,
    palmLength: palm.palmLength,
    palmCentre: palm.centre,
    anchor: palm.anchor,
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

function isMeasurable(points: readonly (ImagePoint | WorldPoint)[]): boolean {
  if (points.length !== LANDMARK_COUNT) return false
  for (const { x, y, z } of points) {
    const isNear = Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && Math.abs(z) <= FARTHEST
    if (!isNear) return false
  }
  return true
}

/** Mean distance from the wrist to the index, middle and little knuckles: steadier than any one of them. */
function palmLengthInWorld(world: readonly WorldPoint[]): number {
  const { index, middle, little } = FINGER_CHAINS
  return (
    (between(world, WRIST, index.base) +
      between(world, WRIST, middle.base) +
      between(world, WRIST, little.base)) /
    3
  )
}

function between(world: readonly WorldPoint[], from: number, to: number): number {
  const [a, b] = [world[from], world[to]]
  return a && b ? distance(a, b) : 0
}

function bone(world: readonly WorldPoint[], from: number, to: number): WorldPoint {
  const [a, b] = [world[from], world[to]]
  return a && b ? subtract(b, a) : { x: 0, y: 0, z: 0 }
}

const fingerBone = (world: readonly WorldPoint[], finger: Finger): WorldPoint =>
  bone(world, FINGER_CHAINS[finger].base, FINGER_CHAINS[finger].middle)
