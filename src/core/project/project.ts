import type { Action } from '../action/action.ts'
import type { GestureHand, GestureId } from '../gesture/gesture-event.ts'

export type OptionValue = number | boolean | string

export interface Trigger {
  /**
   * `once` fires when the gesture has lasted `dwellMs`; `hold` acts from then until it ends; `repeat` fires then and
   * every `repeatMs`; `toggle` starts with one gesture and stops with the next.
   */
  readonly mode: 'once' | 'hold' | 'repeat' | 'toggle'
  readonly dwellMs: number
  readonly repeatMs: number
}

export interface Binding {
  readonly gesture: GestureId
  readonly hand: GestureHand | 'either'
  readonly trigger: Trigger
  readonly action: Action
}

export interface PointerSettings {
  readonly enabled: boolean
  /** Which hand points; `either` is the hand that came first. */
  readonly hand: 'left' | 'right' | 'either'
  /** Height of the control box in palm lengths, width follows the desktop's aspect ratio. */
  readonly boxHeightPalms: number
  /** 1€ filter: lower removes more jitter and adds lag. */
  readonly minCutoffHz: number
  readonly beta: number
  /** A held press becomes a drag after this long, or past `dragDistancePx`. */
  readonly dragDelayMs: number
  readonly dragDistancePx: number
}

/** A named profile: how to point, which classifiers run with which options, and what gestures do. */
export interface Project {
  readonly version: 1
  /** kebab-case, unique, equal to its file's name. */
  readonly id: string
  /** Shown to people. */
  readonly name: string
  readonly pointer: PointerSettings
  /** Classifier id → options; a classifier not named here does not run. */
  readonly classifiers: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>
  readonly bindings: readonly Binding[]
}
