import {
  interpolatedPoint,
  interpolateTo,
  type Interpolation,
} from '../../core/pointer/interpolation.ts'
import type { CausedEffect } from '../../core/action/effect.ts'

/** Stands before the dispatcher and moves the pointer at display rate between detections. */
export interface PointerInterpolation {
  /** Takes every effect in its place: moves glide, everything else first brings the pointer to where it is meant to be. */
  dispatch(caused: CausedEffect): void
  /** Stays where it is. */
  stop(): void
}

/** Cause of the steps on the way to a detection's point; the point itself keeps the cause `pointer`. */
export const INTERPOLATION_CAUSE = 'pointer.glide'

const TICK_MS = 1000 / 120
/** Frames come at 20 to 120 per second; a longer pause is one in which the hand stood still. */
const SHORTEST_FRAME_MS = 8
const LONGEST_FRAME_MS = 50

/**
 * A point is reached within half a frame interval, less one tick: the first step is made at once. The delay that this adds is
 * in the latency of every move that the event log holds.
 */
export function createPointerInterpolation(parts: {
  readonly dispatch: (caused: CausedEffect) => void
  readonly nowMs: () => number
}): PointerInterpolation {
  const { dispatch, nowMs } = parts
  let interpolation: Interpolation | undefined
  let goal: CausedEffect | undefined
  let lastFrameMs: number | undefined
  let timer: NodeJS.Timeout | undefined

  const rest = (): void => {
    clearInterval(timer)
    timer = undefined
    goal = undefined
  }
  const arrive = (): void => {
    const arrived = goal
    rest()
    if (arrived?.effect.kind !== 'pointer.move') return
    interpolation = interpolateTo(undefined, arrived.effect.to, nowMs(), 0)
    dispatch(arrived)
  }
  const tick = (): void => {
    if (interpolation === undefined || goal === undefined) return
    if (nowMs() + TICK_MS >= interpolation.endMs) return arrive()
    const to = interpolatedPoint(interpolation, nowMs() + TICK_MS)
    dispatch({ effect: { kind: 'pointer.move', to }, atMs: goal.atMs, cause: INTERPOLATION_CAUSE })
  }
  return {
    dispatch: (caused) => {
      const { effect, atMs } = caused
      if (effect.kind !== 'pointer.move') {
        arrive()
        if (effect.kind === 'pointer.press' || effect.kind === 'pointer.click') {
          interpolation = interpolateTo(undefined, effect.at, nowMs(), 0)
        }
        dispatch(caused)
        return
      }
      const sinceMs = Math.abs(atMs - (lastFrameMs ?? atMs))
      lastFrameMs = atMs
      const frameMs = Math.min(Math.max(sinceMs, SHORTEST_FRAME_MS), LONGEST_FRAME_MS)
      interpolation = interpolateTo(interpolation, effect.to, nowMs(), frameMs / 2)
      goal = caused
      timer ??= setInterval(tick, TICK_MS)
      tick()
    },
    stop: () => {
      rest()
      interpolation = undefined
    },
  }
}
