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
    bindings: project.bindings.flatMap((binding) => stricter(binding, thresholds[binding.gesture])),
  }
}

function stricter(binding: Binding, threshold: GestureThreshold | undefined): readonly Binding[] {
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
