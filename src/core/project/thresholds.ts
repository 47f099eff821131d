import { DWELL_CLICK } from '../action/dwell-click.ts'
import type { PointerSettings } from '../pointer/pointer-settings.ts'
import type { GestureId } from '../gesture/gesture-event.ts'
import type { Binding, Project } from './project.ts'

/** What a gesture needs beyond what its bindings say, because it happened too often when nobody meant it. */
export interface GestureThreshold {
  readonly minScore?: number | undefined
  readonly dwellMs?: number | undefined
  /** It happens too often whatever is asked of it: its bindings do nothing. */
  readonly isOff?: boolean | undefined
}

export type Thresholds = Readonly<Record<GestureId, GestureThreshold>>

/** The project with these in force. They only make it harder to act, never easier. */
export function withThresholds(project: Project, thresholds: Thresholds): Project {
  if (Object.keys(thresholds).length === 0) return project
  return {
    ...project,
    pointer: withoutDwell(project.pointer, thresholds[DWELL_CLICK]),
    bindings: project.bindings.flatMap((binding) =>
      withStricterTrigger(binding, thresholds[binding.gesture]),
    ),
  }
}

function withoutDwell(
  pointer: PointerSettings,
  dwell: GestureThreshold | undefined,
): PointerSettings {
  return dwell?.isOff === true ? { ...pointer, clickSource: 'gesture' } : pointer
}

function withStricterTrigger(
  binding: Binding,
  threshold: GestureThreshold | undefined,
): readonly Binding[] {
  if (threshold === undefined) return [binding]
  if (threshold.isOff === true) return []
  const { trigger } = binding
  return [
    {
      ...binding,
      trigger: {
        ...trigger,
        minScore: Math.max(trigger.minScore, threshold.minScore ?? 0),
        dwellMs: Math.max(trigger.dwellMs, threshold.dwellMs ?? 0),
      },
    },
  ]
}
