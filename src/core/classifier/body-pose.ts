import { BEGINS, BODY_POSES } from '../body/body-poses.ts'
import type { ClassifierEntry } from './classifier.ts'

/**
 * What a whole body does. Angles, smoothing and hysteresis are those of `core/body`; the tracker of bodies is slower than that of
 * hands, so that a reading lasts for several frames.
 */
export const bodyPose: ClassifierEntry = {
  id: 'body',
  of: 'body',
  labels: BODY_POSES,
  // Arms that go from crossed to up, or somebody who sits down, pass through other poses for less than that.
  timing: { enterMs: 200, exitMs: 150, needsFreshStart: true, upgrades: [] },
  precedence: undefined,
  isQuick: false,
  options: [],
  beginsAt: () => BEGINS,
  create: () => ({
    initial: undefined,
    step: (_state, { body }) => {
      if (body === undefined) return { state: undefined, readings: [] }
      const { pose, score } = body.pose
      return { state: undefined, readings: [{ hand: 'body', label: pose, score }] }
    },
  }),
}
