import type { PoseReading } from '../body/body-poses.ts'
import type { HandFeatures } from '../hand/hand-features.ts'
import type { Handedness } from '../hand/hand-frame.ts'
import type { OptionSpec, ResolvedOptions } from './options.ts'

/** A hand as classifiers see it. `bornAtMs` changes when another hand takes the side, so memories of it can be dropped. */
export interface SeenHand {
  readonly side: Handedness
  readonly bornAtMs: number
  readonly features: HandFeatures
}

/** What a network outside the core has made of this frame or the one before it: core runs no models. */
export interface LetterReading {
  /** A letter, or none. */
  readonly label: string
  /** 0..1 */
  readonly score: number
}

/** The person in front of the camera, as seen in the newest picture that was searched for bodies. */
export interface BodyReading {
  readonly trackId: number
  /** Frame time at which they came into view. */
  readonly bornAtMs: number
  readonly pose: PoseReading
  /** How many they have finished so far. */
  readonly squats: number
}

/** One frame. `atMs` increases; `hands` holds at most one hand per side. */
export interface ClassifierInput {
  readonly atMs: number
  readonly hands: readonly SeenHand[]
  /** Absent where nobody reads letters. */
  readonly letter?: LetterReading | undefined
  /** Absent where nobody looks for bodies, or none is seen. */
  readonly body?: BodyReading | undefined
}

/** What a classifier says of one hand, of both together, or of the body, in one frame. `none` is said, not left out. */
export interface Reading {
  readonly hand: Handedness | 'both' | 'body'
  readonly label: string
  /** 0..1 */
  readonly score: number
}

/** A pure step from frame to frame. Hands that are not in the input get no reading. */
export interface RunningClassifier<State> {
  readonly initial: State
  step(
    state: State,
    input: ClassifierInput,
  ): { readonly state: State; readonly readings: readonly Reading[] }
}

/** How a label must last before it counts. */
export interface LabelTiming {
  /** The label must last this long to begin; 0 begins in the frame that shows it. */
  readonly enterMs: number
  /** `none` must last this long to end it; another label ends it when it begins itself. */
  readonly exitMs: number
  /** A label that a hand brings along into the picture does not begin: it must be made in view. */
  readonly needsFreshStart: boolean
  /** Labels that grow out of another: `[from, to]`. The first is then overruled, not ended. */
  readonly upgrades: readonly (readonly [from: string, to: string])[]
}

/**
 * What gestures are made of, in order: while one lasts, those of a later kind on the same hand are overruled and none begins. A
 * pinching hand also looks like an OK sign or a count of three, and a drag moves like a swipe: the pinch is what is meant.
 */
export const PRECEDENCE = ['both-hands', 'touch', 'stroke', 'shape'] as const
export type Precedence = (typeof PRECEDENCE)[number]

/** A classifier as an entry of data. */
export interface ClassifierEntry {
  readonly id: string
  /** Whose gestures they are. */
  readonly of: 'hand' | 'body'
  /** Every label it can give, `none` first. */
  readonly labels: readonly string[]
  readonly timing: LabelTiming
  /** Undefined: it overrules nothing, and nothing overrules it. */
  readonly precedence: Precedence | undefined
  /** Over before a dwell could pass, or to be answered at once: firing too often, it is asked to be surer before it is asked to last. */
  readonly isQuick: boolean
  /** The part of a hand's calibration whose limits stand in for the options of the same names. */
  readonly calibratedBy?: 'pinch'
  readonly options: readonly OptionSpec[]
  /** The score from which on it says this label; what is less is none. Meters draw it. */
  beginsAt(label: string, options: ResolvedOptions): number
  /** How near a hand is to a label, 0..1, also where it is too little to say it; absent where readings alone tell. */
  nearness?(label: string, features: HandFeatures): number
  create(options: ResolvedOptions): RunningClassifier<unknown>
}

export const NONE = 'none'
