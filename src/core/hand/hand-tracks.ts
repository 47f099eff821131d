import { planeDistance } from '../geometry/plane.ts'
import type { HandFeatures } from './hand-features.ts'
import { handFeatures, withHandedness } from './hand-features.ts'
import type { HandFrame, Handedness } from './hand-frame.ts'

/**
 * Which hand is which from frame to frame: at most one hand per side, known by where it was. The cases:
 *
 * | side    | what is seen                                | then                                                |
 * | empty   | a hand of this side                         | newborn: too new to act for NEWBORN_MS              |
 * | newborn | it, but now said to be the other hand       | empty: it moves to the other side, if that is empty |
 * | newborn | it, for NEWBORN_MS                          | present                                             |
 * | present | a hand near where it was, whatever its side | present: the same hand                              |
 * | present | nothing near it                             | absent: for as long as `absentMs` says              |
 * | absent  | a hand near where it was                    | present: the same hand                              |
 * | absent  | nothing for LOST_MS                         | lost: its gestures are cancelled                    |
 * | lost    | a hand near where it was                    | present: the same hand, its gestures start over     |
 * | lost    | nothing for FORGOTTEN_MS                    | empty                                               |
 */
export interface HandTrack {
  readonly side: Handedness
  readonly bornAtMs: number
  readonly lastSeenAtMs: number
  /** As last seen. */
  readonly features: HandFeatures
  /** How sure the tracker was of it, 0..1. */
  readonly score: number
  /** 0 when seen in this frame. */
  readonly absentMs: number
  /** Somebody else's, behind or before the one who is in control: it may begin nothing while they are there. */
  readonly isBystander: boolean
}

export type HandTracks = Readonly<Record<Handedness, HandTrack | undefined>>

export const NO_HANDS: HandTracks = { left: undefined, right: undefined }
export const SIDES = ['left', 'right'] as const

/** TouchFree ignores a hand for as long. */
export const NEWBORN_MS = 300
/** A tracker misses a hand that is there for up to three frames at 30 per second. */
const LOST_MS = 150
/** Quick hands blur: on swipe_left_right.gif the tracker misses a swiping hand for up to 267 ms. */
const FORGOTTEN_MS = 350
/** A hand cannot be followed across a longer pause between frames. */
const PAUSE_MS = 500
/** How far a hand that is followed gets, in palm lengths: a jump of the tracker, and the speed of that swipe. */
const LEAP_PALMS = 1.5
const LEAP_PALMS_PER_S = 12
/** Two detections this close are one hand seen twice; two of the same side even when they are farther apart. */
const TWIN_PALMS = 0.4
const SAME_SIDE_TWIN_PALMS = 1

interface Detection {
  readonly handedness: Handedness
  readonly score: number
  readonly features: HandFeatures
}

export function trackHands(tracks: HandTracks, frame: HandFrame): HandTracks {
  const detections = withoutDuplicateHand(measureHands(frame))
  const placed = assignSides(detections, tracks, frame.atMs)
  return withBystander(
    continueTrack('left', tracks, placed.left, frame.atMs),
    continueTrack('right', tracks, placed.right, frame.atMs),
  )
}

/** One person's hands are about as near to the camera; a hand stretched out towards it looks this much larger at most. */
const SAME_PERSON_RATIO = 1.6
/**
 * From upright: a hand within the one is in control, one beyond the other hangs. In five pictures of pose_images and people_images a
 * raised hand's owner has the other one nearer to the camera, turned by 1.8 or more.
 */
const RAISED_RAD = 1.2
const HANGING_RAD = 2.2

/**
 * Of two hands that cannot be one person's, the one that was there first is in control; of two that came together, the nearer one.
 * Who is a bystander stays one until the other hand is gone, or hangs. A hand that hangs, or lies on a desk near the camera, controls
 * nothing: the raised one may well be its owner's.
 */
function withBystander(left: HandTrack | undefined, right: HandTrack | undefined): HandTracks {
  if (left === undefined || right === undefined || left.isBystander || right.isBystander) {
    return { left: withoutPartner(left, right), right: withoutPartner(right, left) }
  }
  const ratio = left.features.palmLength / right.features.palmLength
  if (ratio < SAME_PERSON_RATIO && ratio > 1 / SAME_PERSON_RATIO) return { left, right }
  const sinceMs = left.bornAtMs - right.bornAtMs
  const isLeft = Math.abs(sinceMs) < NEWBORN_MS ? ratio < 1 : sinceMs > 0
  if (turnRad(isLeft ? right : left) > RAISED_RAD) return { left, right }
  return isLeft
    ? { left: { ...left, isBystander: true }, right }
    : { left, right: { ...right, isBystander: true } }
}

const turnRad = ({ features }: HandTrack): number => Math.abs(features.rollRad)

/** Once the other hand is gone, or hangs, a bystander is a hand like any other. */
function withoutPartner(
  track: HandTrack | undefined,
  other: HandTrack | undefined,
): HandTrack | undefined {
  if (track?.isBystander !== true) return track
  if (other !== undefined && turnRad(other) <= HANGING_RAD) return track
  return { ...track, isBystander: false }
}

/** Whether the last frame showed a hand. */
export const isHandSeen = ({ left, right }: HandTracks): boolean =>
  left?.absentMs === 0 || right?.absentMs === 0

/** The hands of the last frame, as classifiers see them. */
export const seenHands = (
  tracks: HandTracks,
): readonly Pick<HandTrack, 'side' | 'bornAtMs' | 'features'>[] =>
  SIDES.flatMap((side) => {
    const track = tracks[side]
    if (track?.absentMs !== 0) return []
    return [{ side, bornAtMs: track.bornAtMs, features: track.features }]
  })

/** Missing for longer than a tracker blinks. */
export const isLost = ({ absentMs }: HandTrack): boolean => absentMs > LOST_MS

export const isNewborn = (track: HandTrack, atMs: number): boolean =>
  atMs - track.bornAtMs < NEWBORN_MS

function measureHands({ hands, aspectRatio }: HandFrame): readonly Detection[] {
  const detections: Detection[] = []
  for (const hand of hands) {
    const features = handFeatures(hand, aspectRatio)
    if (features === undefined || !(hand.score >= 0)) continue
    detections.push({ handedness: hand.handedness, score: hand.score, features })
  }
  return detections.sort((a, b) => b.score - a.score)
}

function withoutDuplicateHand(detections: readonly Detection[]): readonly Detection[] {
  const [best, second] = detections
  if (!best || !second) return detections
  const apart = planeDistance(best.features.palmCentre, second.features.palmCentre)
  const palms = best.handedness === second.handedness ? SAME_SIDE_TWIN_PALMS : TWIN_PALMS
  return apart < palms * best.features.palmLength ? [best] : [best, second]
}

type Placed = Readonly<Record<Handedness, Detection | undefined>>

/** Gives each detection a side: where it was followed from, else what the tracker says, else what is free. */
function assignSides(detections: readonly Detection[], tracks: HandTracks, atMs: number): Placed {
  const [first, second] = detections
  if (!first) return { left: undefined, right: undefined }
  if (!second) {
    const side = bestSide(first, tracks, atMs)
    return { left: undefined, right: undefined, [side]: first }
  }
  const straight =
    assignmentCost(first, 'left', tracks, atMs) + assignmentCost(second, 'right', tracks, atMs)
  const crossed =
    assignmentCost(first, 'right', tracks, atMs) + assignmentCost(second, 'left', tracks, atMs)
  return straight < crossed ? { left: first, right: second } : { left: second, right: first }
}

const bestSide = (detection: Detection, tracks: HandTracks, atMs: number): Handedness =>
  assignmentCost(detection, 'left', tracks, atMs) < assignmentCost(detection, 'right', tracks, atMs)
    ? 'left'
    : 'right'

/**
 * How badly a detection fits a side: at most 1 near the hand that was there, then an empty side of its own, an empty other
 * side, and last a side that another hand holds.
 */
function assignmentCost(
  { features, handedness }: Detection,
  side: Handedness,
  tracks: HandTracks,
  atMs: number,
): number {
  const disagrees = handedness === side ? 0 : 1
  const track = tracks[side]
  if (track === undefined) return 1.2 + disagrees
  const leap = leapRatio(track, features, atMs)
  if (leap > 1) return 3 + disagrees
  const isYoung = isNewborn(track, track.lastSeenAtMs)
  return leap + (isYoung ? 1.5 * disagrees : 0)
}

function continueTrack(
  side: Handedness,
  tracks: HandTracks,
  detection: Detection | undefined,
  atMs: number,
): HandTrack | undefined {
  const track = tracks[side]
  if (detection === undefined) {
    if (track === undefined) return undefined
    const absentMs = atMs - track.lastSeenAtMs
    return absentMs > FORGOTTEN_MS ? undefined : { ...track, absentMs }
  }
  const features = withHandedness(detection.features, detection.handedness, side)
  const isSame =
    track !== undefined &&
    leapRatio(track, features, atMs) <= 1 &&
    atMs - track.lastSeenAtMs <= PAUSE_MS
  const bornAtMs = isSame ? track.bornAtMs : atMs
  return {
    side,
    bornAtMs,
    lastSeenAtMs: atMs,
    features,
    score: detection.score,
    absentMs: 0,
    isBystander: isSame && track.isBystander,
  }
}

/** How far from where it was, as a share of how far it can have got. */
function leapRatio(track: HandTrack, { palmCentre }: HandFeatures, atMs: number): number {
  const palms = LEAP_PALMS + (LEAP_PALMS_PER_S * (atMs - track.lastSeenAtMs)) / 1000
  return planeDistance(track.features.palmCentre, palmCentre) / (palms * track.features.palmLength)
}
