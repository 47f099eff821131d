import type { ClassifierEntry } from './classifier.ts'
import { NONE } from './classifier.ts'
import { handPose, LEAST_FIT, poseFit } from './hand-pose.ts'
import { perHand } from './per-hand.ts'

/** Static poses of one hand, whichever way it is turned, except that thumbs point up or down in the picture and palms are shown. */
export const pose: ClassifierEntry = {
  id: 'pose',
  of: 'hand',
  labels: [NONE, 'fist', 'open-palm', 'point', 'thumbs-up', 'thumbs-down', 'victory', 'ok'],
  timing: { enterMs: 30, exitMs: 60, needsFreshStart: false, upgrades: [] },
  precedence: 'shape',
  isQuick: false,
  options: [],
  beginsAt: () => LEAST_FIT,
  nearness: poseFit,
  create: () => perHand(undefined, (state, { features }) => ({ state, ...handPose(features) })),
}
