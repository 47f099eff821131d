import { expect, test } from 'vitest'
import { NONE } from '../../../core/classifier/classifier.ts'
import { createGestureMeters } from './gesture-meters.ts'
import type { Project } from '../../../core/project/project.ts'
import type { TrackedHand } from '../../../core/hand/hand-frame.ts'

const USUAL_TRIGGER = {
  mode: 'once',
  dwellMs: 0,
  repeatMs: 0,
  minScore: 0.8,
  phase: 'began',
} as const
const action = { kind: 'media', command: 'next' } as const
const project = {
  classifiers: { pinch: { touchRatio: 0.25 }, pose: {} },
  bindings: [
    { gesture: 'pinch.index', hand: 'either', trigger: USUAL_TRIGGER, companions: [], action },
    { gesture: 'pose.fist', hand: 'either', trigger: USUAL_TRIGGER, companions: [], action },
  ],
} as unknown as Project

const frame = (hands: readonly TrackedHand[]) => ({
  ...{ sequence: 1, atMs: 1, capturedAtMs: 1, aspectRatio: 4 / 3, waitMs: 0, detectMs: 0, hands },
})

test('is empty without a hand, and shows the lines that a gesture has to pass', () => {
  const meters = createGestureMeters(project).step(frame([]))
  expect([...meters]).toEqual([
    ['pinch.index', { level: 0, lines: [expect.closeTo(0.91), 0.55] }],
    ['pose.fist', { level: 0, lines: [0.8] }],
  ])
  expect(meters.has(`pose.${NONE}`)).toBe(false)
})
