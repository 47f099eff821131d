import { rampRatio } from '../geometry/vector.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import { FINGERS } from '../hand/landmark.ts'
import type { Finger } from '../hand/landmark.ts'

/** How surely each digit is stretched out: 0 surely not, 0.5 undecided, 1 surely. */
export type Extension = Readonly<Record<Finger | 'thumb', number>>

/**
 * Tuned on ASL digits 0 to 5 of some 200 students and 5 signers (see evals/finger-count.ts): 99 % of straight fingers curl
 * less than 0.2, 99 % of bent ones more than 0.39.
 */
const STRAIGHT_CURL = 0.2
const BENT_CURL = 0.46
/** Same pictures: thumbs stretched away reach 1.11 or more (but one), thumbs across the palm at most 1.0. */
const THUMB_IN_REACH = 0.91
const THUMB_OUT_REACH = 1.21
/** Same pictures: beside four straight fingers, 98 % of stretched thumbs bend less than 0.78, 90 % of tucked ones more than 1.27. */
const THUMB_STRAIGHT_RAD = 0.8
const THUMB_TUCKED_RAD = 1.3
/** Same pictures: in a flat O the thumb is on the tips (at most 0.53), beside bent fingers it is 0.82 or more away. */
const THUMB_ON_TIPS = 0.35
const THUMB_OFF_TIPS = 0.85

/** Which fingers are stretched out, from joint angles alone: which way the hand is turned or mirrored does not matter. */
export function extendedFingers(features: HandFeatures): Extension {
  const straightFingerScore = (finger: Finger): number =>
    1 - rampRatio(features.curlRatio[finger], STRAIGHT_CURL, BENT_CURL)
  const fingers = {
    index: straightFingerScore('index'),
    middle: straightFingerScore('middle'),
    ring: straightFingerScore('ring'),
    little: straightFingerScore('little'),
  }
  return { ...fingers, thumb: thumbExtension(features, fingers) }
}

/**
 * Out means away from the palm, and not merely holding down the tips of bent fingers. Beside four straight fingers a thumb is
 * either tucked into the palm, and bent for it, or it is out, be it close along the index finger.
 */
function thumbExtension(features: HandFeatures, fingers: Readonly<Record<Finger, number>>): number {
  const away = rampRatio(features.thumbReachRatio, THUMB_IN_REACH, THUMB_OUT_REACH)
  let extension = Math.max(away, untuckedRatio(features))
  for (const finger of FINGERS) {
    if (isExtended(fingers[finger])) continue
    const off = rampRatio(features.pinchRatio[finger], THUMB_ON_TIPS, THUMB_OFF_TIPS)
    extension = Math.min(extension, off, away)
  }
  return extension
}

/** How straight the thumb is: 0 surely bent across the palm, 1 surely not. */
const untuckedRatio = ({ thumbBendRad }: HandFeatures): number =>
  1 - rampRatio(thumbBendRad, THUMB_STRAIGHT_RAD, THUMB_TUCKED_RAD)

export const isExtended = (ratio: number): boolean => ratio > 0.5

/** How far the least certain digit is from undecided, 0..1. */
export function extensionCertainty(extension: Extension): number {
  let least = Math.abs(extension.thumb - 0.5)
  for (const finger of FINGERS) least = Math.min(least, Math.abs(extension[finger] - 0.5))
  return least * 2
}
