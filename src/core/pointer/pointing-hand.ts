import { handPose } from '../classifier/hand-pose.ts'
import type { PoseLabel } from '../classifier/hand-pose.ts'
import { isNewborn, SIDES } from '../hand/hand-tracks.ts'
import { isPalmTowardsCamera } from '../gesture/raised-palm.ts'
import type { HandTrack, HandTracks } from '../hand/hand-tracks.ts'
import type { Handedness } from '../hand/hand-frame.ts'
import type { PointerSettings } from './pointer-settings.ts'

/** Since when each hand has been in a shape that does not point. */
export interface PointingHand {
  readonly side: Handedness | undefined
  readonly restingSinceMs: Readonly<Record<Handedness, number | undefined>>
}

export const NO_POINTING: PointingHand = {
  side: undefined,
  restingSinceMs: { left: undefined, right: undefined },
}

/** A fist lets go and thumbs say something else; so does a palm shown to the camera. Any other hand points, relaxed or not. */
const RESTING: readonly PoseLabel[] = ['fist', 'thumbs-up', 'thumbs-down']
/** A shape must last this long to stop the pointer: on the way from one shape to another a hand passes through others. */
const REST_MS = 120

export interface PointingInput {
  readonly atMs: number
  readonly tracks: HandTracks
  readonly wanted: PointerSettings['hand']
  /** What a hand must do to rest: `relaxed` is any that does not point with its index finger. */
  readonly clutch: 'fist' | 'relaxed'
  /** A pinching hand points, whatever else it looks like. */
  readonly isPinching: (side: Handedness) => boolean
}

/** Keeps the hand that points until it is gone, or until it rests while the other one does not. */
export function stepPointingHand(before: PointingHand, input: PointingInput): PointingHand {
  const state: PointingHand = {
    side: before.side,
    restingSinceMs: {
      left: restingSince('left', before, input),
      right: restingSince('right', before, input),
    },
  }
  const able = SIDES.filter((side) => canPoint(input.tracks[side], input))
  const active = able.filter((side) => !isResting(state, side, input.atMs))
  const isKept = before.side !== undefined && able.includes(before.side)
  if (isKept && (active.length === 0 || active.includes(before.side))) return state
  const first = [...(active.length > 0 ? active : able)].sort(
    (a, b) => bornAtOf(input.tracks[a]) - bornAtOf(input.tracks[b]),
  )[0]
  return { ...state, side: first }
}

export function isResting(
  { restingSinceMs }: PointingHand,
  side: Handedness,
  atMs: number,
): boolean {
  const since = restingSinceMs[side]
  return since !== undefined && atMs - since >= REST_MS
}

function restingSince(
  side: Handedness,
  { restingSinceMs }: PointingHand,
  { tracks, isPinching, atMs, clutch }: PointingInput,
): number | undefined {
  const track = tracks[side]
  if (track === undefined || isPinching(side)) return undefined
  if (track.absentMs > 0) return restingSinceMs[side]
  const { label } = handPose(track.features)
  const rests =
    isPalmTowardsCamera(track.features) ||
    RESTING.includes(label) ||
    (clutch === 'relaxed' && label !== 'point')
  return rests ? (restingSinceMs[side] ?? atMs) : undefined
}

function canPoint(track: HandTrack | undefined, { wanted, atMs }: PointingInput): boolean {
  if (track === undefined || track.isBystander || isNewborn(track, atMs)) return false
  return wanted === 'either' || wanted === track.side
}

const bornAtOf = (track: HandTrack | undefined): number => track?.bornAtMs ?? Infinity
