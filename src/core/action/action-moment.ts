import type { PlanePoint } from '../geometry/plane.ts'
import type { ScreenPoint } from '../geometry/point.ts'
import type { AxisValues } from './axis-values.ts'
import type { Effect } from './effect.ts'
import type { PointerSettings } from '../pointer/pointer-settings.ts'

/** What an action may know of the moment. */
export interface ActionMoment {
  readonly atMs: number
  readonly settings: PointerSettings
  /** Where a press would mean to be; undefined when nothing points. */
  readonly pressAt: ScreenPoint | undefined
  /** Travel of the pointing hand in desktop pixels. */
  readonly travelled: ScreenPoint | undefined
  /** Where the gesture's hand is in the picture; undefined when it is not seen in this frame. */
  readonly hand: { readonly at: PlanePoint; readonly palmLength: number } | undefined
  readonly axes: AxisValues | undefined
  readonly lastClick: LastClick | undefined
}

export interface LastClick {
  readonly at: ScreenPoint
  readonly atMs: number
}

/** An action that has nothing left to do. */
export interface DoneRun {
  readonly kind: 'done'
}

export interface RunStep<Run> {
  readonly run: Run | DoneRun
  readonly effects: readonly Effect[]
}

export const DONE: RunStep<never> = { run: { kind: 'done' }, effects: [] }
