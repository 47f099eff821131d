import type { Handedness } from '../../../../core/hand/hand-frame.ts'
import type { PoseName } from './pose-library.ts'

/** One stretch of a script. What is left out stays as it was. */
export interface DemoStep {
  readonly forMs: number
  /** The shape the hand reaches at the end of the step. */
  readonly pose?: PoseName
  /** Where the palm arrives at the end of the step: mirrored image coordinates, 0..1. */
  readonly to?: { readonly x: number; readonly y: number }
  /** Instead of `to`: around a centre one radius to the left, back to where it began; radius in image heights. */
  readonly circle?: { readonly radius: number; readonly turns: number }
  /** The hand is out of the picture during the step. */
  readonly isAway?: boolean
}

export interface DemoScript {
  readonly handedness: Handedness
  readonly start: { readonly x: number; readonly y: number }
  /** The first step's shape. */
  readonly pose: PoseName
  readonly steps: readonly DemoStep[]
}

/** The hand at one moment: between two shapes, at one place, or away. */
export interface DemoMoment {
  readonly x: number
  readonly y: number
  readonly fromPose: PoseName
  readonly toPose: PoseName
  /** 0..1 between the two shapes. */
  readonly ratio: number
  readonly isAway: boolean
}

const ASPECT_RATIO = 4 / 3

export const scriptDurationMs = (script: DemoScript): number =>
  script.steps.reduce((total, step) => total + step.forMs, 0)

/** Where a script's hand is `atMs` after its beginning; past its end it stays as the last step left it. */
export function momentOf(script: DemoScript, atMs: number): DemoMoment {
  let { x, y } = script.start
  let pose = script.pose
  let beganMs = 0
  for (const step of script.steps) {
    if (atMs < beganMs + step.forMs)
      return momentDuring(step, (atMs - beganMs) / step.forMs, x, y, pose)
    beganMs += step.forMs
    x = step.to?.x ?? x
    y = step.to?.y ?? y
    pose = step.pose ?? pose
  }
  const isAway = script.steps.at(-1)?.isAway ?? false
  return { x, y, fromPose: pose, toPose: pose, ratio: 1, isAway }
}

function momentDuring(
  step: DemoStep,
  progress: number,
  x: number,
  y: number,
  pose: PoseName,
): DemoMoment {
  const eased = minimumJerk(progress)
  const place = step.circle
    ? onCircle(x, y, step.circle.radius, eased * step.circle.turns)
    : { x: interpolate(x, step.to?.x ?? x, eased), y: interpolate(y, step.to?.y ?? y, eased) }
  return {
    ...place,
    fromPose: pose,
    toPose: step.pose ?? pose,
    ratio: eased,
    isAway: step.isAway ?? false,
  }
}

function onCircle(x: number, y: number, radius: number, turns: number): { x: number; y: number } {
  const angleRad = turns * 2 * Math.PI
  return {
    x: x + ((Math.cos(angleRad) - 1) * radius) / ASPECT_RATIO,
    y: y + Math.sin(angleRad) * radius,
  }
}

const interpolate = (from: number, to: number, ratio: number): number => from + (to - from) * ratio

/** How a hand moves from rest to rest with the least jerk (Flash and Hogan 1985). */
const minimumJerk = (ratio: number): number => ratio ** 3 * (10 - 15 * ratio + 6 * ratio ** 2)
