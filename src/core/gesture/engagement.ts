import { planeDistance } from '../geometry/plane.ts'
import { isHandSeen } from '../hand/hand-tracks.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'
import type { Mode } from './mode.ts'
import { followPalm } from './raised-palm.ts'
import type { RaisedPalm } from './raised-palm.ts'

/**
 * Who is being talked to. The cases:
 *
 * | mode     | what is seen                                                | then                                 |
 * | paused   | anything                                                    | paused: left by hotkey, tray, window |
 * | watching | one open palm towards the camera, still, for ENGAGE_MS      | engaged                              |
 * | watching | the palm that disengaged, however long                      | watching                             |
 * | engaged  | the palm that engaged, however long                         | engaged                              |
 * | engaged  | after it was lowered: a palm again, still, for DISENGAGE_MS | watching                             |
 * | engaged  | a palm while something is held (a drag, a scroll)           | engaged                              |
 * | engaged  | no hand, nor a body, for ABSENCE_MS                         | watching                             |
 * | engaged  | anything, while it is pinned                                | engaged                              |
 */
export interface Engagement {
  readonly mode: Mode
  readonly palm: RaisedPalm | undefined
  /** The palm has done its work: it must be lowered before a palm counts again. */
  readonly isPalmSpent: boolean
  /** Since when no palm is up. */
  readonly loweredAtMs: number
  readonly seenAtMs: number
}

export type EngagementProgress =
  | { readonly kind: 'engage' | 'disengage'; readonly ratio: number }
  | { readonly kind: 'none'; readonly ratio: 0 }

export interface EngagementInput {
  readonly atMs: number
  readonly tracks: HandTracks
  /** Whoever is seen but for their hands, as from farther away, is not absent. */
  readonly isBodySeen: boolean
  /** Starts engaged and stays so, whatever the hands do. */
  readonly isPinned: boolean
  /** Something is held or happening: not the moment to disengage. */
  readonly isBusy: boolean
}

export interface EngagementStep {
  readonly state: Engagement
  readonly progress: EngagementProgress
}

/** Within the 600 to 800 ms that feel deliberate without being slow. */
const ENGAGE_MS = 700
const DISENGAGE_MS = 1000
const ABSENCE_MS = 10_000
/** Shorter is a glitch of the tracker, not a lowered palm. */
const LOWERED_MS = 250
/** A palm that moves farther than this while it is held up starts over, in palm lengths. */
const STILL_PALMS = 0.5

/** A palm that is up at the moment of a change from outside has nothing to do with it. */
export const startEngagement = (mode: Mode, atMs: number): Engagement => ({
  mode,
  palm: undefined,
  isPalmSpent: mode === 'engaged',
  loweredAtMs: atMs,
  seenAtMs: atMs,
})

export function stepEngagement(state: Engagement, input: EngagementInput): EngagementStep {
  const { atMs } = input
  const palm = stillPalm(state.palm, input)
  const loweredAtMs = palm === undefined ? state.loweredAtMs : atMs
  const next: Engagement = {
    mode: state.mode,
    palm,
    loweredAtMs,
    isPalmSpent: state.isPalmSpent && atMs - loweredAtMs < LOWERED_MS,
    seenAtMs: input.isBodySeen || isHandSeen(input.tracks) ? atMs : state.seenAtMs,
  }
  switch (state.mode) {
    case 'paused':
      return { state: next, progress: NO_PROGRESS }
    case 'watching':
      return stepHoldingPalm(next, 'engage', ENGAGE_MS, atMs)
    case 'engaged': {
      if (input.isPinned) return { state: next, progress: NO_PROGRESS }
      if (atMs - next.seenAtMs >= ABSENCE_MS) {
        return { state: { ...next, mode: 'watching' }, progress: NO_PROGRESS }
      }
      if (input.isBusy) return { state: { ...next, palm: undefined }, progress: NO_PROGRESS }
      return stepHoldingPalm(next, 'disengage', DISENGAGE_MS, atMs)
    }
  }
}

const NO_PROGRESS: EngagementProgress = { kind: 'none', ratio: 0 }

/** Fills the ring while the palm is up, and changes the mode when it is full. */
function stepHoldingPalm(
  state: Engagement,
  kind: 'engage' | 'disengage',
  fullMs: number,
  atMs: number,
): EngagementStep {
  if (state.palm === undefined || state.isPalmSpent) return { state, progress: NO_PROGRESS }
  const ratio = (atMs - state.palm.sinceMs) / fullMs
  if (ratio < 1) return { state, progress: { kind, ratio } }
  const mode = kind === 'engage' ? 'engaged' : 'watching'
  return { state: { ...state, mode, isPalmSpent: true }, progress: NO_PROGRESS }
}

/** The palm that is up, its time counted from when it last came to rest. */
function stillPalm(
  before: RaisedPalm | undefined,
  { tracks, atMs }: EngagementInput,
): RaisedPalm | undefined {
  const palm = followPalm(before, tracks, atMs)
  if (palm === undefined) return undefined
  const isStill = planeDistance(palm.at, palm.restedAt) <= STILL_PALMS * palm.palmLength
  return isStill ? palm : { ...palm, restedAt: palm.at, sinceMs: atMs }
}
