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

/**
 * Thumb direction in the picture, from upright or from straight down. Tuned on pose_images: 13 of 15 thumbs up lie within
 * 0.63 of up, 15 thumbs down within 0.9 of down, and 29 of 30 thumbs to the side 0.7 or more from up.
 */
const UP_RAD = 0.5
const NOT_UP_RAD = 0.86
const DOWN_RAD = 0.7
const NOT_DOWN_RAD = 1.25
/** Tuned on mp_open_palm.mp4, a hand held out loosely, against the pinches among ASL digits (one finger above 0.5). */
const FLAT_CURL = 0.25
const NOT_FLAT_CURL = 0.55
const ONE_BENT_CURL = 0.65
/** As in the pinch classifier: touching tips measure 0.1 to 0.36, others 0.5 and more. */
const OK_TOUCH_RATIO = 0.2
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
  1 - rampRatio(thumbFromUpRad, UP_RAD, NOT_UP_RAD)

const thumbDown = ({ thumbFromUpRad }: HandFeatures): number =>
  1 - rampRatio(Math.PI - thumbFromUpRad, DOWN_RAD, NOT_DOWN_RAD)

const touch = ({ pinchRatio }: HandFeatures): number =>
  1 - rampRatio(pinchRatio.index, OK_TOUCH_RATIO, OK_APART_RATIO)

/** A flat hand may bend a little everywhere, as hands held out do, but no finger much. */
function flat({ curlRatio: { index, middle, ring, little } }: HandFeatures): number {
  const mean = (index + middle + ring + little) / 4
  const most = Math.max(index, middle, ring, little)
  return Math.min(
    1 - rampRatio(mean, FLAT_CURL, NOT_FLAT_CURL),
    1 - rampRatio(most, FLAT_CURL, ONE_BENT_CURL),
  )
}

const POSES: readonly (readonly [PoseLabel, Claim])[] = [
  ['fist', (e) => Math.min(bent(e, 'index', 'middle', 'ring', 'little'), 1 - e.thumb)],
  ['open-palm', (e, f) => Math.min(flat(f), e.thumb)],
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
