import type { CausedEffect } from '../action/effect.ts'
import type { Calibrations } from '../pointer/hand-calibration.ts'
import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import type { GestureEvent } from '../gesture/gesture-event.ts'
import type { Mode } from '../gesture/mode.ts'
import type { BindingVerdict } from '../project/binding-verdicts.ts'
import type { Project } from '../project/project.ts'
import type { Sentence } from '../sentence/sentence.ts'

export interface PipelineSettings {
  /** With what was accepted in shadow mode; what hands were calibrated to is added here. */
  readonly project: Project
  readonly desktop: Desktop
  /** No engaging gesture is needed, and no gesture or absence disengages: for tests. Pausing still works. */
  readonly isEngagedPinned: boolean
  readonly mode: Mode
  /** Outputs say what became of every binding whose gesture was shown: for replays. Costs nothing where it is not asked for. */
  readonly isExplained?: boolean | undefined
  /** What is known of the user's hands; without it, what suits most. */
  readonly calibrations?: Calibrations | undefined
}

/** What is under way and how far, 0..1: taking control, letting go, a dwell or a hold, fingers that close. */
export interface Progress {
  readonly kind: 'engage' | 'disengage' | 'hold' | 'pinch' | 'none'
  readonly ratio: number
}

export interface PipelineOutput {
  /** Everything recognised in this step, also while nothing acts. */
  readonly gestures: readonly GestureEvent[]
  /** What to do to the system, in order. Only `engaged` acts; on the way out of it what is held is let go. */
  readonly effects: readonly CausedEffect[]
  /** After this step. */
  readonly mode: Mode
  readonly progress: Progress
  /** Where the cursor is meant to be; undefined while nothing points. */
  readonly pointer: ScreenPoint | undefined
  /** Why nothing acts, in a sentence for people; undefined when all is well. */
  readonly hint: Sentence | undefined
  /** What bindings made of their gestures in this step; empty unless `isExplained`. */
  readonly verdicts: readonly BindingVerdict[]
}
