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
 * Thumb direction in the picture, from upright or from straight down. Tuned on pose_images. The hand of a thumb that is shown up or
 * down lies on its side (73 to 110° in 30 of 31 pictures), and its thumb may lean (by up to 0.7 up and 0.9 down); that of a thumb
 * to the side stands upright (at most 28° in 30 pictures), and its thumb is 0.64 or more from up.
 */
const UP_RAD = 0.35
const NOT_UP_RAD = 0.75
const DOWN_RAD = 0.5
const NOT_DOWN_RAD = 1.05
const LEAN_ON_SIDE_RAD = 0.25
const UPRIGHT_SINE = 0.5
const ON_SIDE_SINE = 0.9
/** Same pictures: thumbs shown up or down reach 1.29 or more and bend less than 0.7, a thumb on a fist's side bends more. */
const SHOWN_REACH = 1.35
const NOT_SHOWN_REACH = 1.15
const SHOWN_BEND_RAD = 0.7
const NOT_SHOWN_BEND_RAD = 1.1
/**
 * Mean curl of the four fingers. Fists of pose_images measure 0.82 or more, the letter S of eight signers 0.79; loose and clawed hands
 * 0.42 to 0.775; the fingers beside a thumb 0.74 or more, those of a telephoned "call me" that is misread 0.63.
 */
const FIST_CURL = 0.82
const NO_FIST_CURL = 0.74
const CLOSED_CURL = 0.75
const NOT_CLOSED_CURL = 0.6
/**
 * Palms of pose_images and fives of digit_images: mean curl at most 0.16, facing 0.63 or more, thumbs reach 1.1 or more. The hand of
 * mp_open_palm.mp4, turned up loosely, curls by 0.3 at first, faces from -0.3 on and reaches 0.43. Claws of pose_images curl by 0.37,
 * backs of hands face -0.36 or less, and a misread fist far away reaches 0.37.
 */
const FLAT_CURL = 0.25
const NOT_FLAT_CURL = 0.45
const ONE_BENT_CURL = 0.65
const FACING_RATIO = -0.05
const NOT_FACING_RATIO = -0.35
const PALM_REACH = 0.5
const NO_PALM_REACH = 0.3
/** As in the pinch classifier: touching tips measure 0.1 to 0.36, others 0.5 and more. */
const OK_TOUCH_RATIO = 0.2
const OK_APART_RATIO = 0.5

/** A pose whose worst claim is less true than this is none. */
export const LEAST_FIT = 0.5

/**
 * The pose of one hand in one frame. Every pose is a conjunction of claims about fingers, each 0..1; a pose is as good as its
 * worst claim.
 */
export function handPose(features: HandFeatures): PoseReading {
  const extension = extendedFingers(features)
  let label: PoseLabel = 'none'
  let score = 0
  for (const [candidate, claim] of POSES) {
    const fit = claim(extension, features)
    if (fit > score) [label, score] = [candidate, fit]
  }
  return score < LEAST_FIT ? { label: 'none', score: 1 - score } : { label, score }
}

/** How well a hand fits one pose, whether or not another one fits it better. */
export function poseFit(label: string, features: HandFeatures): number {
  const claim = POSES.find(([candidate]) => candidate === label)?.[1]
  return claim?.(extendedFingers(features), features) ?? 0
}

type Claim = (extension: Extension, features: HandFeatures) => number

const bentScore = (extension: Extension, ...fingers: readonly (keyof Extension)[]): number =>
  fingers.reduce((least, finger) => Math.min(least, 1 - extension[finger]), 1)

const straightScore = (extension: Extension, ...fingers: readonly (keyof Extension)[]): number =>
  fingers.reduce((least, finger) => Math.min(least, extension[finger]), 1)

const thumbUp = (f: HandFeatures): number =>
  1 - rampRatio(f.thumbFromUpRad - leanScore(f), UP_RAD, NOT_UP_RAD)

const thumbDown = (f: HandFeatures): number =>
  1 - rampRatio(Math.PI - f.thumbFromUpRad - leanScore(f), DOWN_RAD, NOT_DOWN_RAD)

/** How much a thumb may lean: more the more its hand lies on its side. */
const leanScore = (f: HandFeatures): number => LEAN_ON_SIDE_RAD * onSideScore(f)

const onSideScore = ({ rollRad }: HandFeatures): number =>
  rampRatio(Math.abs(Math.sin(rollRad)), UPRIGHT_SINE, ON_SIDE_SINE)

/** A straight thumb that reaches away from a hand on its side is out, however near the tips of bent fingers come to it. */
const shownThumb = (extension: Extension, f: HandFeatures): number => {
  const reach = rampRatio(f.thumbReachRatio, NOT_SHOWN_REACH, SHOWN_REACH)
  const isStraight = 1 - rampRatio(f.thumbBendRad, SHOWN_BEND_RAD, NOT_SHOWN_BEND_RAD)
  return Math.max(extension.thumb, Math.min(reach, isStraight, onSideScore(f)))
}

const closedScore = (f: HandFeatures, from = NOT_CLOSED_CURL, to = CLOSED_CURL): number =>
  rampRatio(meanCurl(f), from, to)

const meanCurl = ({ curlRatio: { index, middle, ring, little } }: HandFeatures): number =>
  (index + middle + ring + little) / 4

const indexTouchesThumb = ({ pinchRatio }: HandFeatures): number =>
  1 - rampRatio(pinchRatio.index, OK_TOUCH_RATIO, OK_APART_RATIO)

/** A flat hand may bend a little everywhere, as hands held out do, but no finger much. */
function isFlatScore(f: HandFeatures): number {
  const { index, middle, ring, little } = f.curlRatio
  const most = Math.max(index, middle, ring, little)
  return Math.min(
    1 - rampRatio(meanCurl(f), FLAT_CURL, NOT_FLAT_CURL),
    1 - rampRatio(most, FLAT_CURL, ONE_BENT_CURL),
  )
}

/** It is the palm that is shown, and the thumb stands off it. */
const palmShownScore = (f: HandFeatures): number =>
  Math.min(
    rampRatio(f.facingRatio, NOT_FACING_RATIO, FACING_RATIO),
    rampRatio(f.thumbReachRatio, NO_PALM_REACH, PALM_REACH),
  )

const thumbOnly = (e: Extension, f: HandFeatures): number =>
  Math.min(bentScore(e, 'index', 'middle', 'ring', 'little'), closedScore(f), shownThumb(e, f))

const POSES: readonly (readonly [PoseLabel, Claim])[] = [
  [
    'fist',
    (e, f) =>
      Math.min(
        bentScore(e, 'index', 'middle', 'ring', 'little'),
        1 - shownThumb(e, f),
        closedScore(f, NO_FIST_CURL, FIST_CURL),
      ),
  ],
  ['open-palm', (e, f) => Math.min(isFlatScore(f), e.thumb, palmShownScore(f))],
  ['point', (e) => Math.min(straightScore(e, 'index'), bentScore(e, 'middle', 'ring', 'little'))],
  ['thumbs-up', (e, f) => Math.min(thumbOnly(e, f), thumbUp(f))],
  ['thumbs-down', (e, f) => Math.min(thumbOnly(e, f), thumbDown(f))],
  [
    'victory',
    (e) =>
      Math.min(
        straightScore(e, 'index', 'middle'),
        bentScore(e, 'ring', 'little'),
        bentScore(e, 'thumb'),
      ),
  ],
  ['ok', (e, f) => Math.min(straightScore(e, 'middle', 'ring', 'little'), indexTouchesThumb(f))],
]
