import {
  interpolatedPoint,
  interpolateTo,
  type Interpolation,
} from '../../core/pointer/interpolation.ts'
import type { CausedEffect } from '../../core/action/effect.ts'
import type { EffectStation, Onward } from './effect-station.ts'

/** Cause of the steps on the way to a detection's point; the point itself keeps the cause `pointer`. */
export const INTERPOLATION_CAUSE = 'pointer.glide'

const TICK_MS = 1000 / 120
/** Frames come at 20 to 120 per second; a longer pause is one in which the hand stood still. */
const SHORTEST_FRAME_MS = 8
const LONGEST_FRAME_MS = 50

/**
 * Moves the pointer at display rate between detections; everything else first brings it to where it is meant to be. `stop` has
 * it stay where it is.
 *
 * A point is reached within half a frame interval, less one tick: the first step is made at once. The delay that this adds is
 * in the latency of every move that the event log holds.
 */
export function createPointerInterpolation(nowMs: () => number): EffectStation & { stop(): void } {
  let interpolation: Interpolation | undefined
  let goal: CausedEffect | undefined
  let lastFrameMs: number | undefined
  let timer: NodeJS.Timeout | undefined

  const stopInterpolating = (): void => {
    clearInterval(timer)
    timer = undefined
    goal = undefined
  }
  const sendGoal = (next: Onward): void => {
    const arrived = goal
    stopInterpolating()
    if (arrived?.effect.kind !== 'pointer.move') return
    interpolation = interpolateTo(undefined, arrived.effect.to, nowMs(), 0)
    next(arrived)
  }
  const sendInterpolatedMove = (next: Onward): void => {
    if (interpolation === undefined || goal === undefined) return
    if (nowMs() + TICK_MS >= interpolation.endMs) return sendGoal(next)
    const to = interpolatedPoint(interpolation, nowMs() + TICK_MS)
    next({ effect: { kind: 'pointer.move', to }, atMs: goal.atMs, cause: INTERPOLATION_CAUSE })
  }
  return {
    name: 'interpolation',
    step: (caused, next) => {
      const { effect, atMs } = caused
      if (effect.kind !== 'pointer.move') {
        sendGoal(next)
        if (effect.kind === 'pointer.press' || effect.kind === 'pointer.click') {
          interpolation = interpolateTo(undefined, effect.at, nowMs(), 0)
        }
        next(caused)
        return
      }
      const sinceMs = Math.abs(atMs - (lastFrameMs ?? atMs))
      lastFrameMs = atMs
      const frameMs = Math.min(Math.max(sinceMs, SHORTEST_FRAME_MS), LONGEST_FRAME_MS)
      interpolation = interpolateTo(interpolation, effect.to, nowMs(), frameMs / 2)
      goal = caused
      timer ??= setInterval(sendInterpolatedMove, TICK_MS, next)
      sendInterpolatedMove(next)
    },
    stop: () => {
      stopInterpolating()
      interpolation = undefined
    },
  }
}
