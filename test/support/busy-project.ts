import type { Project } from '../../src/core/project/project.ts'
import { shippedProject } from './hand/stage.ts'

/** The project Desktop, in which everything at once can be held: keys, toggles, repeats. */
export const BUSY: Project = {
  ...shippedProject('desktop'),
  id: 'busy',
  classifiers: { pinch: {}, pose: {}, swipe: {}, 'finger-count': {} },
  bindings: [
    ...shippedProject('desktop').bindings,
    {
      gesture: 'pose.fist',
      hand: 'either',
      trigger: { mode: 'hold', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['shift'] },
    },
    {
      gesture: 'pose.victory',
      hand: 'either',
      trigger: { mode: 'toggle', dwellMs: 100, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['control'] },
    },
    {
      gesture: 'finger-count.7',
      hand: 'both',
      trigger: { mode: 'hold', dwellMs: 200, repeatMs: 0, minScore: 0, phase: 'began' },
      companions: [],
      action: { kind: 'key.hold', keys: ['alt'] },
    },
  ],
}
