import { rampRatio } from '../geometry/vector.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import { extendedFingers } from './extended-fingers.ts'
import type { Extension } from './extended-fingers.ts'

export type PoseLabel =
  'none' | 'fist' | 'open-palm' | 'point' | 'thumbs-up' | 'thumbs-down' | 'victory' | 'ok'

export interface PoseReading {
  readonly label: PoseLabel
  /** 0..1: how far the least fitting part of the hand is from another pose. */
  readonly score: number
}

/** Thumb direction in the picture, from upright. */
const THUMB_UP_RAD = 0.6
const THUMB_SIDE_RAD = 1.1
const OK_TOUCH_RATIO = 0.3
const OK_APART_RATIO = 0.5

/**
 * The pose of one hand in one frame. Every pose is a conjunction of claims about fingers, each 0..1; a pose is as good as its
 * worst claim, and below 0.5 it is none.
 */
export function handPose(features: HandFeatures): PoseReading {
  const extension = extendedFingers(features)
  let label: PoseLabel = 'none'
  let score = 0
  for (const [candidate, claim] of POSES) {
    const fit = claim(extension, features)
    if (fit > score) [label, score] = [candidate, fit]
  }
  return score < 0.5 ? { label: 'none', score: 1 - score } : { label, score }
}

type Claim = (extension: Extension, features: HandFeatures) => number

const bent = (extension: Extension, ...fingers: readonly (keyof Extension)[]): number =>
  fingers.reduce((least, finger) => Math.min(least, 1 - extension[finger]), 1)

const straight = (extension: Extension, ...fingers: readonly (keyof Extension)[]): number =>
  fingers.reduce((least, finger) => Math.min(least, extension[finger]), 1)

const thumbUp = ({ thumbFromUpRad }: HandFeatures): number =>
  1 - rampRatio(thumbFromUpRad, THUMB_UP_RAD, THUMB_SIDE_RAD)

const thumbDown = ({ thumbFromUpRad }: HandFeatures): number =>
  1 - rampRatio(Math.PI - thumbFromUpRad, THUMB_UP_RAD, THUMB_SIDE_RAD)

const touch = ({ pinchRatio }: HandFeatures): number =>
  1 - rampRatio(pinchRatio.index, OK_TOUCH_RATIO, OK_APART_RATIO)

const POSES: readonly (readonly [PoseLabel, Claim])[] = [
  ['fist', (e) => Math.min(bent(e, 'index', 'middle', 'ring', 'little'), 1 - e.thumb)],
  ['open-palm', (e) => straight(e, 'thumb', 'index', 'middle', 'ring', 'little')],
  ['point', (e) => Math.min(straight(e, 'index'), bent(e, 'middle', 'ring', 'little'))],
  [
    'thumbs-up',
    (e, f) =>
      Math.min(bent(e, 'index', 'middle', 'ring', 'little'), straight(e, 'thumb'), thumbUp(f)),
  ],
  [
    'thumbs-down',
    (e, f) =>
      Math.min(bent(e, 'index', 'middle', 'ring', 'little'), straight(e, 'thumb'), thumbDown(f)),
  ],
  [
    'victory',
    (e) => Math.min(straight(e, 'index', 'middle'), bent(e, 'ring', 'little'), bent(e, 'thumb')),
  ],
  ['ok', (e, f) => Math.min(straight(e, 'middle', 'ring', 'little'), touch(f))],
]
