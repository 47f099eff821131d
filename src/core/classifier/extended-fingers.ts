import { rampRatio } from '../geometry/vector.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import { FINGERS } from '../hand/landmark.ts'
import type { Finger } from '../hand/landmark.ts'

/** How surely each digit is stretched out: 0 surely not, 0.5 undecided, 1 surely. */
export type Extension = Readonly<Record<Finger | 'thumb', number>>

const FINGER_STRAIGHT_CURL = 0.2
const FINGER_BENT_CURL = 0.6

const THUMB_OUT = { spreadRad: 0.75, gapRatio: 0.75 }
const THUMB_IN = { spreadRad: 0.25, gapRatio: 0.35 }

/** Which fingers are stretched out, from joint angles alone: which way the hand is turned or mirrored does not matter. */
export function extendedFingers(features: HandFeatures): Extension {
  const straight = (finger: Finger): number =>
    1 - rampRatio(features.curlRatio[finger], FINGER_STRAIGHT_CURL, FINGER_BENT_CURL)
  return {
    thumb: thumbExtension(features),
    index: straight('index'),
    middle: straight('middle'),
    ring: straight('ring'),
    little: straight('little'),
  }
}

function thumbExtension({ thumb }: HandFeatures): number {
  return Math.min(
    rampRatio(thumb.spreadRad, THUMB_IN.spreadRad, THUMB_OUT.spreadRad),
    rampRatio(thumb.gapRatio, THUMB_IN.gapRatio, THUMB_OUT.gapRatio),
  )
}

export const isExtended = (ratio: number): boolean => ratio > 0.5

/** How far the least certain digit is from undecided, 0..1. */
export function extensionCertainty(extension: Extension): number {
  let least = Math.abs(extension.thumb - 0.5)
  for (const finger of FINGERS) least = Math.min(least, Math.abs(extension[finger] - 0.5))
  return least * 2
}
