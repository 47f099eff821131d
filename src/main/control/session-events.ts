import { subscribersOf, type Subscribers } from '../../contract/boundary/subscribers.ts'
import type { CausedEffect } from '../../core/action/effect.ts'
import type { CancelReason } from '../../core/gesture/gesture-event.ts'
import type { PipelineOutput } from '../../core/pipeline/pipeline.ts'
import type { Project } from '../../core/project/project.ts'
import type { StageTimes } from '../shared/frame-clock.ts'
import type { ProjectEffect } from './effect-path.ts'

/** What a session publishes. Listeners are called at once, in the order in which they came. */
export interface SessionEvents {
  /** A frame has gone through the pipeline; what came out of it follows. */
  readonly frame: {
    readonly atMs: number
    readonly handCount: number
    readonly stages: StageTimes
  }
  /** All that comes out of the pipeline, before its effects go their way. */
  readonly output: { readonly output: PipelineOutput; readonly atMs: number }
  /** An effect has really been carried out, by the system or by us. Steps on the way to a point are no news: the point is. */
  readonly done: CausedEffect
  /** A project is in force, or an edited version of the one that was. */
  readonly project: Project
  readonly projectEffect: ProjectEffect
  /** Everything is about to be let go of, for a reason that is none of the person's choices of mode and project. */
  readonly letGo: CancelReason
}

const EVENTS: Readonly<Record<keyof SessionEvents, true>> = {
  frame: true,
  output: true,
  done: true,
  project: true,
  projectEffect: true,
  letGo: true,
}

export const sessionSubscribers = (): Subscribers<SessionEvents> =>
  subscribersOf<SessionEvents>(EVENTS)
