import { expect, it } from 'vitest'
import type { HandCalibration } from '../../../core/pointer/hand-calibration.ts'
import { effectiveProject } from '../../../core/project/effective-project.ts'
import type { Binding, Project } from '../../../core/project/project.ts'
import { withOptions } from './classifier-options.ts'
import { lineOf, linesOf, withLine } from './gesture-line.ts'

const binding = (gesture: Binding['gesture'], minScore: number): Binding => ({
  ...{ gesture, hand: 'either', companions: [] },
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore, phase: 'began' },
  action: { kind: 'media', command: 'next' },
})
const project = asProject({
  ...{ pointer: { hand: 'either' } },
  classifiers: { pinch: { touchRatio: 0.3, partRatio: 0.5 }, swipe: {} },
  bindings: [binding('pinch.index', 0), binding('swipe.left', 0.4), binding('swipe.right', 0.6)],
})

it('is where the tips touch for a pinch, and the least score for other gestures', () => {
  expect(lineOf(project, 'pinch.index')).toBeCloseTo(0.7)
  expect(lineOf(project, 'swipe.right')).toBe(0.6)
})

it('is where the classifier begins to see the gesture, where a binding asks for no more', () => {
  expect(lineOf(project, 'swipe.left')).toBe(0.5)
  expect(withLine(project, {}, 'swipe.right', 0.3).bindings[2]?.trigger.minScore).toBe(0)
})

it('is one for each binding of the gesture, the lowest first, then where a pinch ends', () => {
  const bindings = [0.9, 0, 0.7].map((score) => binding('swipe.up', score))
  const pinches = [binding('pinch.index', 0.8), binding('pinch.index', 0)]
  const both = { ...project, bindings: [...bindings, ...pinches] }
  expect(linesOf(both, 'swipe.up')).toEqual([0.5, 0.7, 0.9])
  expect(linesOf(both, 'pinch.index')).toEqual([0.7, expect.closeTo(0.9), 0.5])
})

it('is one where a pinch ends where it begins, which is no nearer than written', () => {
  const pinch = { touchRatio: 0.4, partRatio: 0.2 }
  expect(linesOf({ ...project, classifiers: { pinch } }, 'pinch.index')).toEqual([0.6])
})

it('moves for one gesture, and leaves the others', () => {
  const moved = withLine(project, {}, 'swipe.left', 0.9)
  expect(moved.bindings.map(({ trigger }) => trigger.minScore)).toEqual([0, 0.9, 0.6])
})

it('keeps fingers as far apart to let go as before, within what the classifier takes', () => {
  expect(withLine(project, {}, 'pinch.index', 0.8).classifiers['pinch']).toEqual({
    touchRatio: 0.2,
    partRatio: 0.4,
  })
  expect(withLine(project, {}, 'pinch.index', 0).classifiers['pinch']).toMatchObject({
    touchRatio: 0.5,
  })
  expect(withLine(project, {}, 'pinch.index', 1).classifiers['pinch']).toMatchObject({
    touchRatio: 0.05,
  })
})

const calibration: HandCalibration = {
  ...{ restNoisePalms: 0.006, minCutoffHz: 2.2, pinch: { touchRatio: 0.4, partRatio: 0.65 } },
  reach: { widthPalms: 4, heightPalms: 2.4, centre: { x: 0.5, y: 0.5 } },
}
const findings = { calibrations: { right: calibration } }
const lineNow = (moved: Project, gesture: string): number =>
  lineOf(effectiveProject(moved, findings), gesture)

it('is moved from where it is for a calibrated hand, and holds from then on', () => {
  expect(lineNow(project, 'pinch.index')).toBeCloseTo(0.6)
  const moved = withLine(project, findings, 'pinch.index', 0.55)
  expect(moved.classifiers['pinch']).toEqual({ touchRatio: 0.45, partRatio: 0.7, fitsHand: false })
  expect(lineNow(moved, 'pinch.index')).toBeCloseTo(0.55)
  expect(lineNow(withLine(moved, findings, 'pinch.index', 0.8), 'pinch.index')).toBeCloseTo(0.8)
})

it('of another gesture leaves a calibrated pinch fitted to the hand', () => {
  expect(withLine(project, findings, 'swipe.left', 0.9).classifiers).toEqual(project.classifiers)
})

it('of both hands is no lower than their pinch begins for the calibrated ones', () => {
  const both = asProject({
    ...{ pointer: project.pointer, classifiers: { 'two-hands': {} } },
    bindings: [binding('two-hands.pinch', 0)],
  })
  expect(lineNow(both, 'two-hands.pinch')).toBeCloseTo(1 - 0.4 / 0.65)
  expect(lineOf(both, 'two-hands.pinch')).toBeCloseTo(1 - 0.3 / 0.45)
  expect(withLine(both, findings, 'two-hands.pinch', 0.36).bindings[0]?.trigger.minScore).toBe(0)
  expect(withLine(both, findings, 'two-hands.pinch', 0.6).bindings[0]?.trigger.minScore).toBe(0.6)
})

it('is nowhere for a gesture that does nothing', () => {
  const off = effectiveProject(project, { thresholds: { 'pinch.index': { isOff: true } } })
  expect(linesOf(off, 'pinch.index')).toEqual([])
})

it("stays where an option is moved that says nothing of it, and options become the hand's own", () => {
  const swept = withOptions(project, findings, 'swipe', { minPalmWidths: 3 })
  expect(swept.classifiers).toEqual({ ...project.classifiers, swipe: { minPalmWidths: 3 } })
  const parted = withOptions(project, findings, 'pinch', { partRatio: 0.7 })
  expect(parted.classifiers['pinch']).toEqual({ touchRatio: 0.4, partRatio: 0.7, fitsHand: false })
  const written = { ...project.classifiers['pinch'], fitsHand: false }
  const unfitted = withOptions(project, findings, 'pinch', { fitsHand: false })
  expect(unfitted.classifiers['pinch']).toEqual(written)
  const fitted = withOptions(parted, findings, 'pinch', { fitsHand: true })
  expect(lineNow(fitted, 'pinch.index')).toBeCloseTo(0.6)
})

it('that nobody calibrated for is moved without a word of hands', () => {
  const parted = withOptions(project, {}, 'pinch', { partRatio: 0.7 })
  expect(parted.classifiers['pinch']).toEqual({ touchRatio: 0.3, partRatio: 0.7 })
})

function asProject(part: Pick<Project, 'classifiers' | 'bindings'> & object): Project {
  return part as Project
}
