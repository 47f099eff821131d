import type { Action } from '../../../../src/core/action/action.ts'
import { USUAL_DWELL, USUAL_RELATIVE } from '../../../../src/core/pointer/pointer-settings.ts'
import { classifiers } from '../../../../src/core/classifier/registry.ts'
import type { GestureId } from '../../../../src/core/gesture/gesture-event.ts'
import type { Binding, Project } from '../../../../src/core/project/project.ts'
import { ACTION_KINDS, actionForms } from '../../../../src/renderer/pages/projects/action-forms.ts'
import { gestureFamilies } from '../../../../src/renderer/editing/gesture-library.ts'

const gestures = gestureFamilies.flatMap((family) => family.gestures.slice(0, 7))
const [first = 'pinch.index', second = 'swipe.left'] = gestures
const asks = (gesture: GestureId, action: Action): Binding => ({
  gesture,
  hand: 'either',
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  companions: [],
  action,
})

/** Every gesture of the library does something, every action is done by one, and each way to ask for more is there. */
function wholeBindings(): readonly Binding[] {
  const actions = ACTION_KINDS.map((kind) => actionForms[kind].start)
  const each = gestures.map((gesture, index) =>
    asks(gesture, actions[index % actions.length] ?? { kind: 'mode', mode: 'paused' }),
  )
  const condition = { gesture: second, hand: 'other', withinMs: 400 } as const
  return [
    ...each,
    {
      ...asks(first, { kind: 'key.text', text: 'abc' }),
      hand: 'left',
      trigger: { mode: 'repeat', dwellMs: 400, repeatMs: 250, minScore: 0.8, phase: 'ended' },
      companions: [
        { kind: 'held', gesture: second, hand: 'same' },
        { kind: 'after', ...condition },
      ],
    },
    { ...asks('spelled.OK', { kind: 'key.chord', keys: ['ctrl', 'c'] }), hand: 'both' },
  ]
}

/** A project that has everything a project may have. */
export const wholeProject = (): Project => ({
  ...{ version: 1, id: 'desktop', name: 'Desktop', about: 'Abc' },
  ...{ clicksEnabled: true, gesturesEnabled: true },
  switching: { rules: [{ program: 'firefox', title: 'Inbox' }], isSticky: false },
  classifiers: Object.fromEntries(classifiers.map(({ id }) => [id, {}])),
  bindings: wholeBindings(),
  pointer: {
    ...{ enabled: true, hand: 'either', mode: 'relative', clickSource: 'both' },
    ...{ boxHeightPalms: 2, minCutoffHz: 1, beta: 5, dragDelayMs: 500, dragDistancePx: 40 },
    ...{ dragLock: false, scrollInertia: false },
    ...{ dwell: USUAL_DWELL, relative: USUAL_RELATIVE },
  },
})
