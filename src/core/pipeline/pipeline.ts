import type { Calibrations } from '../pointer/hand-calibration.ts'
import type { Desktop, ScreenPoint } from '../geometry/point.ts'
import type { CancelReason } from '../gesture/gesture-event.ts'
import type { Mode } from '../gesture/mode.ts'
import type { HandFrame } from '../hand/hand-frame.ts'
import type { PipelineOutput, PipelineSettings } from './pipeline-output.ts'
import {
  withGesturesCancelled,
  createState,
  withCalibrations,
  withDesktop,
  withMode,
  withPointerAt,
  withProject,
} from './pipeline-state.ts'
import type { PipelineState, PipelineStep } from './pipeline-state.ts'
import { stepPipeline, type Heard } from './pipeline-step.ts'
import type { Project } from '../project/project.ts'

export type { Heard, PipelineOutput, PipelineSettings }

/** The way of a frame through the core. Feeding the same calls again gives the same outputs, bit for bit. */
export interface Pipeline {
  /**
   * A frame whose `atMs` is not after the last one's changes nothing and gives no events; one that is more than 2 s before it
   * comes from a camera that counts anew: everything is cancelled as `tracking-stopped`, and time starts over with it. One more
   * than 2 s after it is a camera that was away: everything is cancelled likewise.
   * `heard` is what is being signed and what the body does, where somebody looks for that.
   */
  step(frame: HandFrame, heard?: Heard): PipelineOutput
  /** Cancels what is active and lets go of what is held. */
  setMode(mode: Mode, atMs: number): PipelineOutput
  setProject(project: Project, atMs: number): PipelineOutput
  setCalibrations(calibrations: Calibrations, atMs: number): PipelineOutput
  setDesktop(desktop: Desktop): void
  /** Something else has moved the pointer there: the hand goes on from it. */
  pointerIsAt(at: ScreenPoint): void
  /** Camera or tracker gone, quit ...: every active gesture is cancelled for this reason, what is held is let go. */
  cancelAll(reason: CancelReason, atMs: number): PipelineOutput
}

/** Throws when the project names a classifier or option that does not exist: check it first with `checkProject`. */
export function createPipeline(settings: PipelineSettings): Pipeline {
  let state: PipelineState = createState(settings)
  const keepState = (step: PipelineStep): PipelineOutput => {
    state = step.state
    return step.output
  }
  return {
    step: (frame, heard) => keepState(stepPipeline(state, frame, heard)),
    setMode: (mode, atMs) => keepState(withMode(state, mode, atMs)),
    setProject: (project, atMs) => keepState(withProject(state, project, atMs)),
    setCalibrations: (calibrations, atMs) => keepState(withCalibrations(state, calibrations, atMs)),
    setDesktop: (desktop) => {
      state = withDesktop(state, desktop)
    },
    pointerIsAt: (at) => {
      state = withPointerAt(state, at)
    },
    cancelAll: (reason, atMs) => keepState(withGesturesCancelled(state, reason, atMs)),
  }
}
