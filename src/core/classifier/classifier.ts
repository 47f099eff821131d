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
export interface HeardLetter {
  /** A letter, or none. */
  readonly label: string
  /** 0..1 */
  readonly score: number
}

/** One frame. `atMs` increases; `hands` holds at most one hand per side. */
export interface ClassifierInput {
  readonly atMs: number
  readonly hands: readonly SeenHand[]
  /** Absent where nobody reads letters. */
  readonly letter?: HeardLetter | undefined
}

/** What a classifier says of one hand, or of both together, in one frame. `none` is said, not left out. */
export interface Reading {
  readonly hand: Handedness | 'both'
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

/** A classifier as an entry of data. */
export interface ClassifierEntry {
  readonly id: string
  readonly title: string
  /** Every label it can give, `none` first. */
  readonly labels: readonly string[]
  readonly timing: LabelTiming
  readonly options: readonly OptionSpec[]
  create(options: ResolvedOptions): RunningClassifier<unknown>
}

export const NONE = 'none'
