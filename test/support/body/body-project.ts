import type { Action } from '../../../src/core/action/action.ts'
import type { GestureId } from '../../../src/core/gesture/gesture-event.ts'
import type { Project, Trigger } from '../../../src/core/project/project.ts'

/** The project with one more binding, of something that a whole body does. */
export function withBodyBinding(
  project: Project,
  gesture: GestureId,
  action: Action,
  mode: Trigger['mode'] = 'once',
): Project {
  const trigger: Trigger = { mode, dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' }
  return {
    ...project,
    classifiers: { ...project.classifiers, body: {}, exercise: {} },
    bindings: [...project.bindings, { gesture, hand: 'either', trigger, companions: [], action }],
  }
}

export const withArmsUp = (project: Project): Project =>
  withBodyBinding(project, 'body.arms-up', { kind: 'key.hold', keys: ['space'] }, 'hold')
