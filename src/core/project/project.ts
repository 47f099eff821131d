import type { Action } from '../action/action.ts'
import type { PointerSettings } from '../pointer/pointer-settings.ts'
import type { Trigger } from '../action/trigger.ts'
import type { OptionValue } from '../classifier/options.ts'
import type { GestureHand, GestureId } from '../gesture/gesture-event.ts'

import type { Condition } from './condition.ts'

export type { Condition, OptionValue, PointerSettings, Trigger }

export interface Binding {
  readonly gesture: GestureId
  /** A gesture of the whole body is bound by `either`. */
  readonly hand: Exclude<GestureHand, 'body'> | 'either'
  readonly trigger: Trigger
  /** What else has to be shown: none, one or two other gestures. */
  readonly companions: readonly Condition[]
  readonly action: Action
  /** Off until a person allows it. Never in a file: it is found out where a project is put in force. */
  readonly isWithheld?: true | undefined
}

/** What the program in front must be, both where both are given: parts of its name and its title, in any case. */
export interface ForegroundRule {
  readonly program?: string | undefined
  readonly title?: string | undefined
}

export interface Switching {
  /** In force while one of these is in front. */
  readonly rules: readonly ForegroundRule[]
  /** Chosen by hand it stays in force, whatever is in front: for people who cannot do without it. */
  readonly isSticky: boolean
}

/** A named profile: how to point, which classifiers run with which options, and what gestures do. */
export interface Project {
  readonly version: 1
  /** kebab-case, unique, equal to its file's name. */
  readonly id: string
  /** Shown to people. */
  readonly name: string
  /** What it is good for, in a line; may be empty. */
  readonly about: string
  readonly pointer: PointerSettings
  /** Classifier id → options; a classifier not named here does not run. */
  readonly classifiers: Readonly<Record<string, Readonly<Record<string, OptionValue>>>>
  readonly bindings: readonly Binding[]
  /** Whether bindings to mouse buttons act, and whether all others do. `pointer.enabled` is the third of these switches. */
  readonly clicksEnabled: boolean
  readonly gesturesEnabled: boolean
  /** When it comes into force by itself. */
  readonly switching: Switching
}

/** The bindings that act: allowed, and by the project's switches. */
export const bindingsInForce = (project: Project): readonly Binding[] =>
  project.bindings.filter(({ action, isWithheld }) => {
    if (isWithheld === true) return false
    const isClick = action.kind === 'pointer.button' || action.kind === 'pointer.click'
    if (!isClick) return project.gesturesEnabled
    return project.clicksEnabled && project.pointer.clickSource !== 'dwell'
  })
