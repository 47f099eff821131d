import { describe, expect, it } from 'vitest'
import type { HandCalibration } from '../../../../src/core/pointer/hand-calibration.ts'
import { fitOf } from '../../../../src/core/project/calibrated-project.ts'
import { effectiveProject, type Findings } from '../../../../src/core/project/effective-project.ts'
import type { Project } from '../../../../src/core/project/project.ts'
import { shippedProject } from '../../../support/hand/stage.ts'

const handOf = (touchRatio: number, partRatio: number): HandCalibration => ({
  ...{ restNoisePalms: 0.01, minCutoffHz: 1.2, pinch: { touchRatio, partRatio } },
  reach: { widthPalms: 3, heightPalms: 1.3, centre: { x: 0.4, y: 0.4 } },
})
const [left, right] = [handOf(0.2, 0.4), handOf(0.3, 0.5)]
const desktop = shippedProject('desktop')
const pointingWith = (hand: Project['pointer']['hand']): Project => ({
  ...desktop,
  pointer: { ...desktop.pointer, hand },
})
const pinchOf = (project: Project, findings: Findings): unknown =>
  effectiveProject(project, findings).classifiers['pinch']

describe('a project as it acts', () => {
  it('is as it was written where nothing is known of its user', () => {
    expect(effectiveProject(desktop, {})).toBe(desktop)
    expect(effectiveProject(desktop, { calibrations: {}, thresholds: {} })).toBe(desktop)
    const unclear = { ...right, pinch: undefined }
    expect(effectiveProject(desktop, { calibrations: { right: unclear } })).toBe(desktop)
  })
  it('pinches by the limits of the hand that points, and by their mean where both may', () => {
    const calibrations = { left, right }
    expect(pinchOf(pointingWith('left'), { calibrations })).toMatchObject(left.pinch!)
    expect(pinchOf(pointingWith('right'), { calibrations })).toMatchObject(right.pinch!)
    expect(pinchOf(desktop, { calibrations })).toEqual({ touchRatio: 0.25, partRatio: 0.45 })
    expect(pinchOf(desktop, { calibrations: { left } })).toMatchObject(left.pinch!)
    expect(pinchOf(pointingWith('right'), { calibrations: { left } })).toEqual(
      desktop.classifiers['pinch'],
    )
  })
  it('fits pinches of both hands, too, and nothing else', () => {
    const { classifiers } = effectiveProject(desktop, { calibrations: { right } })
    expect(classifiers['two-hands']).toMatchObject(right.pinch!)
    expect(classifiers['swipe']).toEqual(desktop.classifiers['swipe'])
  })
  it('keeps limits that somebody moved there, whatever hands were calibrated to', () => {
    const own = { touchRatio: 0.22, partRatio: 0.4, fitsHand: false }
    const project = { ...desktop, classifiers: { ...desktop.classifiers, pinch: own } }
    const { classifiers } = effectiveProject(project, { calibrations: { right } })
    expect(classifiers['pinch']).toEqual(own)
    expect(classifiers['two-hands']).toMatchObject(right.pinch!)
    const fits = ['pinch', 'two-hands', 'swipe', 'finger-count'].map((classifier) =>
      fitOf(project, { right }, classifier),
    )
    expect(fits).toEqual(['project', 'hand', undefined, undefined])
    expect(fitOf(project, {}, 'pinch')).toBeUndefined()
  })
  it('asks for what was accepted in shadow mode, and never for less than was written', () => {
    const thresholds = {
      'pinch.index': { minScore: 0.9, dwellMs: 200 },
      'pose.fist': { minScore: 1 },
    }
    const click = (project: Project): unknown =>
      project.bindings.find(({ gesture }) => gesture === 'pinch.index')?.trigger
    const once = effectiveProject(desktop, { thresholds })
    expect(click(once)).toMatchObject({ minScore: 0.9, dwellMs: 200 })
    const milder = { 'pinch.index': { minScore: 0.5, dwellMs: 0 } }
    expect(click(effectiveProject(once, { thresholds: milder }))).toEqual(click(once))
  })
  it('leaves out what was switched off in shadow mode, clicks by keeping still too', () => {
    const both = { ...desktop, pointer: { ...desktop.pointer, clickSource: 'both' } as const }
    const off = { isOff: true }
    expect(effectiveProject(both, { thresholds: { 'dwell.click': off } })).toEqual(desktop)
    const quiet = effectiveProject(both, { thresholds: { 'pinch.index': off } })
    expect(quiet.pointer).toEqual(both.pointer)
    expect(quiet.bindings.map(({ gesture }) => gesture)).not.toContain('pinch.index')
  })
  it('is the same when it is asked for twice', () => {
    const findings = {
      calibrations: { left, right },
      thresholds: { 'pinch.index': { minScore: 0.9 } },
    }
    const once = effectiveProject(desktop, findings)
    expect(effectiveProject(once, findings)).toEqual(once)
  })
})
