import { expect, it } from 'vitest'
import type { Binding, Project } from '../../../core/project/project.ts'
import { lineOf, linesOf, withLine } from './gesture-line.ts'

const binding = (gesture: Binding['gesture'], minScore: number): Binding => ({
  ...{ gesture, hand: 'either', companions: [] },
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore, phase: 'began' },
  action: { kind: 'media', command: 'next' },
})
const project = asProject({
  classifiers: { pinch: { touchRatio: 0.3, partRatio: 0.5 }, swipe: {} },
  bindings: [binding('pinch.index', 0), binding('swipe.left', 0.4), binding('swipe.right', 0.6)],
})

it('is where the tips touch for a pinch, and the least score for other gestures', () => {
  expect(lineOf(project, 'pinch.index')).toBeCloseTo(0.7)
  expect(lineOf(project, 'swipe.right')).toBe(0.6)
})

it('is where the classifier begins to see the gesture, where a binding asks for no more', () => {
  expect(lineOf(project, 'swipe.left')).toBe(0.5)
  expect(withLine(project, 'swipe.right', 0.3).bindings[2]?.trigger.minScore).toBe(0)
})

it('is one for each binding of the gesture, the lowest first, then where a pinch ends', () => {
  const bindings = [0.9, 0, 0.7].map((score) => binding('swipe.up', score))
  const pinches = [binding('pinch.index', 0.8), binding('pinch.index', 0)]
  const both = { ...project, bindings: [...bindings, ...pinches] }
  expect(linesOf(both, 'swipe.up')).toEqual([0.5, 0.7, 0.9])
  expect(linesOf(both, 'pinch.index')).toEqual([0.7, expect.closeTo(0.9), 0.5])
})

it('moves for one gesture, and leaves the others', () => {
  const moved = withLine(project, 'swipe.left', 0.9)
  expect(moved.bindings.map(({ trigger }) => trigger.minScore)).toEqual([0, 0.9, 0.6])
})

it('keeps fingers as far apart to let go as before, within what the classifier takes', () => {
  expect(withLine(project, 'pinch.index', 0.8).classifiers['pinch']).toEqual({
    touchRatio: 0.2,
    partRatio: 0.4,
  })
  expect(withLine(project, 'pinch.index', 0).classifiers['pinch']).toMatchObject({
    touchRatio: 0.5,
  })
  expect(withLine(project, 'pinch.index', 1).classifiers['pinch']).toMatchObject({
    touchRatio: 0.05,
  })
})

function asProject(part: Pick<Project, 'classifiers' | 'bindings'>): Project {
  return part as Project
}
