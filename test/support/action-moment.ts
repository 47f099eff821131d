import type { ActionMoment } from '../../src/core/action/action-moment.ts'
import { USUAL_POINTER } from '../../src/core/pointer/pointer-settings.ts'

/** What an action may know where nothing points and no hand is seen, but for what is said; pages do not coast. */
export const actionMoment = (known: Partial<ActionMoment> = {}): ActionMoment => ({
  atMs: 0,
  settings: { ...USUAL_POINTER, scrollInertia: false },
  pressAt: undefined,
  travelled: undefined,
  hand: undefined,
  axes: undefined,
  lastClick: undefined,
  ...known,
})
