import { momentOf, type DemoScript } from './demo-script.ts'
import type { PoseName } from './pose-library.ts'

/** Where the demo hand really was: what a test compares the tracker, the gestures and the pointer with. */
export interface DemoTruth {
  /** The palm's middle in mirrored image coordinates, 0..1. */
  readonly position: { readonly x: number; readonly y: number }
  /** The shape the hand is nearer to. */
  readonly pose: PoseName
  /** False while it changes from one shape to another. */
  readonly isSettled: boolean
  readonly visible: boolean
}

/** `atMs` counts from the script's first picture; past the end the last moment holds. Pure: runs in Node as well. */
export function demoTruth(script: DemoScript, atMs: number): DemoTruth {
  const moment = momentOf(script, atMs)
  return {
    position: { x: moment.x, y: moment.y },
    pose: moment.ratio < 0.5 ? moment.fromPose : moment.toPose,
    isSettled: moment.fromPose === moment.toPose || moment.ratio === 1,
    visible: !moment.isAway,
  }
}
