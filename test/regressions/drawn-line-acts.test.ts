import { describe, expect, it } from 'vitest'
import type { HandCalibration } from '../../src/core/pointer/hand-calibration.ts'
import { effectiveProject, type Findings } from '../../src/core/project/effective-project.ts'
import type { Project } from '../../src/core/project/project.ts'
import { createGestureMeters } from '../../src/renderer/pages/gestures/gesture-meters.ts'
import { withLine } from '../../src/renderer/pages/gestures/gesture-line.ts'
import { pinchShape } from '../support/hand/shapes.ts'
import { shippedProject, Stage } from '../support/hand/stage.ts'

/** From far apart to tip on tip. */
const STEPS = Array.from({ length: 41 }, (_, step) => step / 40)

/** Closes index finger and thumb little by little: how far they have when the app acts, and when the meter is past its line. */
function firsts(project: Project, findings: Findings): { acts: number; line: number } {
  const fitted = effectiveProject(project, { thresholds: findings.thresholds })
  const stage = new Stage({ project: fitted, isEngagedPinned: true, mode: 'engaged' })
  stage
    .setCalibrations(findings.calibrations ?? {})
    .show('relaxed')
    .wait(600)
  const meters = createGestureMeters(effectiveProject(project, findings))
  const found = { acts: Infinity, line: Infinity }
  for (const closed of STEPS) {
    stage.forget().during(200, () => ({ shape: pinchShape('index', closed) }))
    if (stage.acts().length > 0) found.acts = Math.min(found.acts, closed)
    for (const frame of stage.frames.splice(0)) {
      const meter = meters.step({ ...frame, waitMs: 0, detectMs: 0 }).get('pinch.index')
      if (meter && meter.level >= (meter.lines[0] ?? Infinity)) {
        found.line = Math.min(found.line, closed)
      }
    }
  }
  return found
}

/** Acts in the frame in which the gesture begins: what acts is seen as it acts. */
const project: Project = {
  ...shippedProject('desktop'),
  bindings: [
    {
      ...{ gesture: 'pinch.index', hand: 'either', companions: [] },
      trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
      action: { kind: 'media', command: 'next' },
    },
  ],
}
const handOf = (touchRatio: number, partRatio: number): Findings => {
  const right: HandCalibration = {
    ...{ restNoisePalms: 0.006, minCutoffHz: 2.2, pinch: { touchRatio, partRatio } },
    reach: { widthPalms: 4, heightPalms: 2.4, centre: { x: 0.6, y: 0.5 } },
  }
  return { calibrations: { right } }
}
const asked: Findings = { thresholds: { 'pinch.index': { minScore: 0.7 } } }

// The page drew the project's own line, while a calibrated hand and shadow mode had moved the one that acted.
describe('the line of a meter is where the app acts', () => {
  it.each([
    ['for any hand', {}],
    ['for a hand that closes well', handOf(0.18, 0.3)],
    ['for a hand that hardly closes', handOf(0.42, 0.6)],
    ['where shadow mode asked for more', asked],
    ['where it did so of a calibrated hand', { ...handOf(0.42, 0.6), ...asked }],
  ])('%s', (_whose, findings) => {
    const { acts, line } = firsts(project, findings)
    expect(acts).toBeLessThan(1)
    expect(line).toBe(acts)
  })

  it('also where a calibrated hand has moved it', () => {
    const findings = handOf(0.42, 0.6)
    const before = firsts(project, findings)
    const moved = firsts(withLine(project, findings, 'pinch.index', 0.75), findings)
    expect(moved.line).toBe(moved.acts)
    expect(moved.acts).toBeGreaterThan(before.acts)
  })

  it('which is another one for each of these hands', () => {
    const acts = [handOf(0.42, 0.6), {}, handOf(0.18, 0.3)].map(
      (findings) => firsts(project, findings).acts,
    )
    expect(acts).toEqual([...new Set(acts)].toSorted((one, other) => one - other))
  })
})
