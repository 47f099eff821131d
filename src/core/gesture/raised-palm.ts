import { extendedFingers } from '../classifier/extended-fingers.ts'
import { planeDistance } from '../geometry/plane.ts'
import type { PlanePoint } from '../geometry/plane.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import type { Handedness } from '../hand/hand-frame.ts'
import { handGate } from '../hand/hand-gate.ts'
import { isNewborn, SIDES } from '../hand/hand-tracks.ts'
import type { HandTrack, HandTracks } from '../hand/hand-tracks.ts'

/** An open palm held up to the camera. */
export interface RaisedPalm {
  readonly side: Handedness
  readonly at: PlanePoint
  readonly palmLength: number
  readonly restedAt: PlanePoint
  readonly sinceMs: number
  readonly seenAtMs: number
}

/** About 60° off the camera's axis, and fingers within 45° of upright: hands at rest and on a keyboard are neither. */
const FACING_RATIO = 0.5
const UPRIGHT_RAD = 0.8
/** Fingers surely straight: a relaxed hand that points is loosely open too. */
const SURE_RATIO = 0.7
/** Palms of pose_images and fives of digit_images reach 1.04 or more, the waving hands 1.0 or less. */
const THUMB_OUT_REACH = 1.02
/** Palms of pose_images are fanned by 0.44 or more; the letter B, held just as long, by 0.12 or less. */
const SPREAD_RAD = 0.25
const BESIDE_PALMS = 2.5
/** A palm seen otherwise for shorter than this is still the same palm: trackers blink. */
const GLITCH_MS = 120

/** The palm followed so far if it is still up, else one that has just been raised, else undefined. */
export function followPalm(
  palm: RaisedPalm | undefined,
  tracks: HandTracks,
  atMs: number,
): RaisedPalm | undefined {
  const track = palm === undefined ? undefined : tracks[palm.side]
  if (palm !== undefined && track !== undefined) {
    if (isRaised(track, tracks, atMs)) {
      const { palmCentre: at, palmLength } = track.features
      return { ...palm, at, palmLength, seenAtMs: atMs }
    }
    if (atMs - palm.seenAtMs < GLITCH_MS) return palm
  }
  for (const side of SIDES) {
    const raised = tracks[side]
    if (raised === undefined || !isRaised(raised, tracks, atMs)) continue
    const { palmCentre: at, palmLength } = raised.features
    return { side, at, palmLength, restedAt: at, sinceMs: atMs, seenAtMs: atMs }
  }
  return undefined
}

const isRaised = (track: HandTrack, tracks: HandTracks, atMs: number): boolean =>
  track.absentMs === 0 &&
  !isNewborn(track, atMs) &&
  handGate(track) === 'open' &&
  track.features.spreadRad >= SPREAD_RAD &&
  isPalmTowardsCamera(track.features) &&
  !isWithAnother(track, tracks)

/** Two palms, or a palm beside or on another hand, are words of a signed language (finish, soda) and applause. */
function isWithAnother({ side, features }: HandTrack, tracks: HandTracks): boolean {
  const other = tracks[side === 'left' ? 'right' : 'left']
  if (other?.absentMs !== 0) return false
  const apart = planeDistance(features.palmCentre, other.features.palmCentre)
  return apart < BESIDE_PALMS * features.palmLength || isPalmTowardsCamera(other.features)
}

/**
 * Stricter than the open-palm pose: all five fingers are stretched out, and the palm is shown to the camera, fingers up. People
 * who wave or say hello keep the thumb in (two of the negative clips); asked for an open palm, everyone spreads it.
 */
export function isPalmTowardsCamera(features: HandFeatures): boolean {
  if (features.facingRatio < FACING_RATIO || Math.abs(features.rollRad) > UPRIGHT_RAD) return false
  if (features.thumbReachRatio < THUMB_OUT_REACH) return false
  const { index, middle, ring, little } = extendedFingers(features)
  return Math.min(index, middle, ring, little) > SURE_RATIO
}
