import { clamp } from '../geometry/vector.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import { FINGERS } from '../hand/landmark.ts'
import type { Finger } from '../hand/landmark.ts'
import type { ClassifierEntry } from './classifier.ts'
import { NONE } from './classifier.ts'
import type { OptionSpec, ResolvedOptions } from './options.ts'
import { followTrail, farthestFromPalm } from './palm-trail.ts'
import type { PalmTrail } from './palm-trail.ts'
import { perHand } from './per-hand.ts'
import type { HandStep } from './per-hand.ts'

/**
 * The cases, one hand:
 *
 * | state  | what is seen                                  | then                                 |
 * | open   | one finger touches, the others have parted    | finger                               |
 * | open   | index and middle touch together               | two                                  |
 * | open   | the palm has moved much of late               | open: it cannot be aiming            |
 * | open   | more are near, or the finger is rolled up     | open: a fist or a flat O is no pinch |
 * | finger | the other one of index and middle joins early | two                                  |
 * | finger | it has not parted                             | finger: hysteresis                   |
 * | finger | it has parted                                 | open                                 |
 * | two    | not both have parted                          | two: hysteresis                      |
 * | two    | both have parted                              | open                                 |
 */
type PinchLabel = Finger | 'two' | 'none'

interface PinchState {
  readonly label: PinchLabel
  readonly sinceMs: number
  /** Where the palm was of late, oldest first. */
  readonly trail: PalmTrail
}

/** In palm lengths: tips touch below the one, and have parted above the other. */
export interface PinchLimits {
  readonly touchRatio: number
  readonly partRatio: number
}

/** A second finger that joins later than this belongs to a change of mind, not to a pinch of two. */
const JOIN_MS = 200
/**
 * A palm that moves does not aim: it is still by this much for this long before a press is meant. Hands that leave the picture blur
 * into pinches (hello.mp4), and signed words pinch in passing; tuned on the negative clips with evals/false-activations.ts.
 */
const AIMING_MS = 300
const AIMING_PALMS = 0.15
/** From the ASL digits 6 to 9, which are pinches: 98 % of pinching fingers curl less than this. */
const ROLLED_UP_CURL = 0.86
const ALIKE_CURL = 0.1
/** The finger that rolls up together with it. An index finger rolls up alone: what it does tells enough. */
const FELLOW: Readonly<Record<Finger, Finger | undefined>> = {
  index: undefined,
  middle: 'ring',
  ring: 'little',
  little: 'ring',
}

/** Whether the limits of a calibrated hand stand in for those beside it: a project that was given limits of its own says no. */
export const FITS_HAND = 'fitsHand'

export const PINCH_LIMIT_OPTIONS: readonly OptionSpec[] = [
  {
    kind: 'number',
    name: 'touchRatio',
    default: 0.3,
    min: 0.05,
    max: 0.5,
    unit: 'palm lengths',
  },
  {
    kind: 'number',
    name: 'partRatio',
    default: 0.45,
    min: 0.1,
    max: 1,
    unit: 'palm lengths',
  },
  { kind: 'boolean', name: FITS_HAND, default: true },
]

export const pinch: ClassifierEntry = {
  id: 'pinch',
  of: 'hand',
  labels: [NONE, ...FINGERS, 'two'],
  timing: {
    enterMs: 60,
    exitMs: 0,
    needsFreshStart: true,
    upgrades: [
      ['index', 'two'],
      ['middle', 'two'],
    ],
  },
  precedence: 'touch',
  isQuick: true,
  calibratedBy: 'pinch',
  options: PINCH_LIMIT_OPTIONS,
  beginsAt: (_label, options) => touchScore(pinchLimitsOf(options)),
  create(options) {
    const limits = pinchLimitsOf(options)
    const open: PinchState = { label: 'none', sinceMs: 0, trail: [] }
    return perHand(open, (state, { features }, atMs) => step(state, features, atMs, limits))
  },
}

/** Tips that have met part no nearer than they met. */
export function pinchLimitsOf(options: ResolvedOptions): PinchLimits {
  const touchRatio = options.number('touchRatio')
  return { touchRatio, partRatio: Math.max(options.number('partRatio'), touchRatio) }
}

/** The score of tips that only just touch. */
export const touchScore = ({ touchRatio, partRatio }: PinchLimits): number =>
  1 - touchRatio / partRatio

/** The fingers whose tips meet the thumb in this gesture; none when it is no pinch. */
export function fingersOfPinch(gesture: string): readonly Finger[] {
  return gesture === 'pinch.two' ? TWO : FINGERS.filter((finger) => gesture === `pinch.${finger}`)
}

const TWO: readonly Finger[] = ['index', 'middle']

function step(
  state: PinchState,
  features: HandFeatures,
  atMs: number,
  limits: PinchLimits,
): HandStep<PinchState> {
  const trail = followTrail(state.trail, features, atMs, AIMING_MS)
  const label = nextLabel({ ...state, trail }, features, atMs, limits)
  const sinceMs = label === state.label ? state.sinceMs : atMs
  return { state: { label, sinceMs, trail }, label, score: pinchScore(label, features, limits) }
}

function nextLabel(
  { label, sinceMs, trail }: PinchState,
  features: HandFeatures,
  atMs: number,
  limits: PinchLimits,
): PinchLabel {
  if (label === 'none') {
    return farthestFromPalm(trail, features) > AIMING_PALMS
      ? 'none'
      : labelOfTouch(features, limits)
  }
  if (label === 'two') return isHeld(features, ['index', 'middle'], limits) ? 'two' : 'none'
  if (!isHeld(features, [label], limits)) return 'none'
  const canJoin = (label === 'index' || label === 'middle') && atMs - sinceMs <= JOIN_MS
  return canJoin && labelOfTouch(features, limits) === 'two' ? 'two' : label
}

const isHeld = (
  { pinchRatio }: HandFeatures,
  fingers: readonly Finger[],
  limits: PinchLimits,
): boolean => fingers.some((finger) => pinchRatio[finger] < limits.partRatio)

function labelOfTouch(features: HandFeatures, { touchRatio, partRatio }: PinchLimits): PinchLabel {
  const { pinchRatio } = features
  const near = FINGERS.filter((finger) => pinchRatio[finger] < partRatio)
  const [first, second, third] = near
  if (first === undefined || third !== undefined) return 'none'
  if (near.every((finger) => pinchRatio[finger] >= touchRatio)) return 'none'
  if (near.some((finger) => isRolledUp(features, finger))) return 'none'
  if (second === undefined) return first
  return first === 'index' && second === 'middle' ? 'two' : 'none'
}

/**
 * A thumb that holds down a rolled-up finger touches it too: in a fist, and when pointing. A finger that pinches is bent
 * less, and its fellow is bent less still.
 */
function isRolledUp({ curlRatio }: HandFeatures, finger: Finger): boolean {
  const curl = curlRatio[finger]
  const fellow = FELLOW[finger]
  if (curl > ROLLED_UP_CURL) return true
  return fellow !== undefined && curlRatio[fellow] > curl - ALIKE_CURL
}

/** For a pinch, how far inside the parting distance its closest finger is; for none, how far outside. */
function pinchScore(
  label: PinchLabel,
  { pinchRatio }: HandFeatures,
  { partRatio }: PinchLimits,
): number {
  const { index, middle, ring, little } = pinchRatio
  if (label === 'none') return clamp(Math.min(index, middle, ring, little) / partRatio, 0, 1)
  const ratio = label === 'two' ? Math.min(index, middle) : pinchRatio[label]
  return clamp(1 - ratio / partRatio, 0, 1)
}

/** Whether index finger and thumb pinch, alone; a pinch goes on until they part. */
export const isIndexPinch = (
  features: HandFeatures,
  limits: PinchLimits,
  wasPinching: boolean,
): boolean =>
  wasPinching ? isHeld(features, ['index'], limits) : labelOfTouch(features, limits) === 'index'

/** How far inside the parting distance, 0..1. */
export const indexPinchScore = (features: HandFeatures, limits: PinchLimits): number =>
  pinchScore('index', features, limits)
