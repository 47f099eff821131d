import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitToHand } from '../../../src/core/pointer/hand-calibration.ts'
import type { HandCalibration } from '../../../src/core/pointer/hand-calibration.ts'
import { handCalibrationSchema } from '../../../src/contract/channels/calibration-channels.ts'
import { startCalibration, stepCalibration } from '../../../src/core/tuning/calibration-run.ts'
import type { CalibrationRun } from '../../../src/core/tuning/calibration-run.ts'
import { calibrate } from '../../../src/core/tuning/calibrate.ts'
import type { CalibrationSample } from '../../../src/core/tuning/calibration-sample.ts'
import { calibratedProject } from '../../../src/core/project/calibrated-project.ts'
import { makeFrame, makeHand } from '../../support/hand/make-hand.ts'
import type { HandOptions } from '../../support/hand/make-hand.ts'
import { pinchShape } from '../../support/hand/shapes.ts'
import { DESKTOP, shippedProject, Stage } from '../../support/hand/stage.ts'

const FRAME_MS = 1000 / 30

/** A user who does what each part asks for. */
function pose(run: CalibrationRun, atMs: number): HandOptions {
  const turn = (atMs / 4000) * 2 * Math.PI
  switch (run.part) {
    case 'rest':
      // A tremor of the usual size.
      return { at: [0.6, 0.55 + Math.sin(atMs) * 0.0056 * Math.SQRT2 * 0.15] }
    case 'reach':
      return { at: [0.6 + 0.2 * Math.cos(turn), 0.55 + 0.2 * Math.sin(turn)] }
    case 'pinch':
    case 'done':
      return { at: [0.6, 0.55], shape: pinchShape('index', 0.5 + 0.5 * Math.sin(atMs / 200)) }
  }
}

function play(
  play: (run: CalibrationRun, atMs: number) => HandOptions | undefined,
  limitMs = 60_000,
): { readonly run: CalibrationRun; readonly tookMs: number } {
  let run = startCalibration('right')
  let atMs = 0
  while (run.part !== 'done' && atMs < limitMs) {
    atMs += FRAME_MS
    const options = play(run, atMs)
    run = stepCalibration(run, makeFrame(atMs, options === undefined ? [] : [makeHand(options)]))
  }
  return { run, tookMs: atMs }
}

const calibrated = (run: CalibrationRun): HandCalibration => {
  if (run.outcome?.kind !== 'calibrated') throw new Error(JSON.stringify(run.outcome))
  return run.outcome.calibration
}

describe('calibrating a hand', () => {
  it('takes under a minute, and finds the reach, the trembling and the pinch', () => {
    const { run, tookMs } = play(pose)
    const { reach, restNoisePalms, pinch, minCutoffHz } = calibrated(run)
    expect(tookMs).toBeLessThan(30_000)
    expect(reach.heightPalms).toBeCloseTo(0.4 / 0.15, 1)
    expect(reach.widthPalms).toBeCloseTo((0.4 * 4) / 3 / 0.15, 1)
    expect(restNoisePalms).toBeGreaterThan(0.001)
    expect(minCutoffHz).toBeGreaterThan(2.5)
    expect(pinch?.touchRatio).toBeLessThan(pinch?.partRatio ?? 0)
  })
  it('waits for the hand, and says that it is not there', () => {
    const { run } = play(() => undefined, 5000)
    expect([run.part, run.isHandSeen, run.ratio]).toEqual(['rest', false, 0])
  })
  it('starts the rest over when the hand moves', () => {
    const { run } = play((_, atMs) => ({ at: [0.4 + 0.1 * Math.floor(atMs / 1000), 0.5] }), 4000)
    expect(run.part).toBe('rest')
  })
  it('does not count time without the hand', () => {
    const { run } = play((_, atMs) => (atMs % 1500 < 500 ? undefined : { at: [0.5, 0.5] }), 9000)
    expect(run.part).toBe('rest')
  })
  it('comes to nothing when the hand does not move where it should', () => {
    const { run } = play((_, atMs) => ({
      at: [0.5, 0.5],
      shape: pinchShape('index', (atMs / 300) % 1),
    }))
    expect(run.outcome?.kind).toBe('unusable')
  })
  it('keeps the thresholds of the project when no pinch was shown', () => {
    const { run } = play((now, atMs) =>
      now.part === 'pinch' ? { at: [0.6, 0.5] } : pose(now, atMs),
    )
    expect(calibrated(run).pinch).toBeUndefined()
  })
  it('lowers the cut-off for a hand that trembles more', () => {
    const { run } = play((now, atMs) =>
      now.part === 'rest' ? { at: [0.6 + Math.sin(atMs) * 0.003, 0.55] } : pose(now, atMs),
    )
    expect(calibrated(run).minCutoffHz).toBeLessThan(1.5)
  })
})

const sample = fc.record<CalibrationSample>({
  atMs: fc.double({ min: 0, max: 1e6, noNaN: true }),
  anchor: fc.record({
    x: fc.double({ min: -2, max: 4, noNaN: true }),
    y: fc.double({ min: -2, max: 4, noNaN: true }),
  }),
  palmLength: fc.double({ min: 0.01, max: 1, noNaN: true }),
  aspectRatio: fc.constantFrom(4 / 3, 16 / 9),
  pinchRatio: fc.double({ min: 0, max: 5, noNaN: true }),
})
const samples = fc.array(sample, { minLength: 20, maxLength: 60 })

it('never gives settings outside what can be worked with, whatever was recorded', () => {
  fc.assert(
    fc.property(samples, samples, samples, (rest, reach, pinch) => {
      const outcome = calibrate({ rest, reach, pinch })
      if (outcome.kind === 'unusable') return
      const { calibration } = outcome
      expect(calibration.minCutoffHz).toBeGreaterThanOrEqual(1)
      expect(calibration.minCutoffHz).toBeLessThanOrEqual(4)
      if (calibration.pinch !== undefined) {
        expect(calibration.pinch.touchRatio).toBeLessThan(calibration.pinch.partRatio)
        expect(calibration.pinch.partRatio).toBeLessThanOrEqual(0.7)
      }
      const fitted = fitToHand(shippedProject('desktop').pointer, calibration, DESKTOP, 4 / 3)
      expect(fitted.settings.boxHeightPalms).toBeGreaterThanOrEqual(0.8)
      expect(fitted.settings.boxHeightPalms).toBeLessThanOrEqual(5)
    }),
  )
})

it('gives what the contract takes', () => {
  const parsed = handCalibrationSchema.safeParse(calibrated(play(pose).run))
  expect(parsed.error).toBeUndefined()
})

describe('a calibrated hand', () => {
  const calibration: HandCalibration = {
    restNoisePalms: 0.01,
    minCutoffHz: 1.2,
    reach: { widthPalms: 3, heightPalms: 1.3, centre: { x: 0.4, y: 0.4 } },
    pinch: { touchRatio: 0.25, partRatio: 0.4 },
  }
  it('is given the desktop within its reach', () => {
    const project = shippedProject('desktop')
    const stage = new Stage({ project, isEngagedPinned: true, mode: 'engaged' })
    stage.setCalibrations({ right: calibration })
    const reach = 1.3 * 0.15
    stage.show('relaxed', { at: [0.4, 0.6] }).wait(500)
    stage.moveTo([0.4, 0.3], 800).wait(400)
    const top = stage.last.pointer?.y
    stage.moveTo([0.4, 0.3 + 0.8 * reach], 800).wait(400)
    const low = stage.last.pointer?.y
    stage.moveTo([0.4, 0.3 + 1.1 * reach], 800).wait(400)
    expect([top, stage.last.pointer?.y]).toEqual([0, 1079])
    expect(low).toBeLessThan(950)
  })
  it('keeps the pointer still in a dead zone as wide as it trembles', () => {
    const zoneOf = (restNoisePalms: number, minCutoffHz: number): number => {
      const hand = { ...calibration, restNoisePalms, minCutoffHz }
      return fitToHand(shippedProject('desktop').pointer, hand, DESKTOP, 4 / 3).restZonePalms
    }
    const usual = fitToHand(shippedProject('desktop').pointer, undefined, DESKTOP, 4 / 3)
    expect(zoneOf(0.0056, 2.5)).toBeCloseTo(usual.restZonePalms)
    // The filter takes the whole of it, while it can.
    expect(zoneOf(0.0088, 1)).toBeCloseTo(usual.restZonePalms, 2)
    expect(zoneOf(0.015, 1)).toBeGreaterThan(1.5 * usual.restZonePalms)
    expect(zoneOf(0.002, 4)).toBeLessThan(0.6 * usual.restZonePalms)
    expect([zoneOf(1, 1), zoneOf(0, 4)]).toEqual([0.06, 0.015])
  })
  it('does not shake the pointer by its trembling, once that is known', () => {
    const moves = (known: boolean): number => {
      const stage = new Stage({ isEngagedPinned: true, mode: 'engaged' })
      if (known)
        stage.setCalibrations({ right: { ...calibration, restNoisePalms: 0.02, minCutoffHz: 1 } })
      stage
        .show('relaxed', { at: [0.5, 0.5] })
        .wait(1000)
        .forget()
      for (let time = 0; time < 60; time += 1) {
        stage.show('relaxed', { at: [0.5 + 0.0045 * Math.sin(time * 1.1), 0.5] }).wait(33)
      }
      return stage.effects().length
    }
    expect(moves(false)).toBeGreaterThan(10)
    expect(moves(true)).toBe(0)
  })
  it('pinches by its own thresholds, and the other hand by the same', () => {
    const project = shippedProject('desktop')
    expect(calibratedProject(project, { left: calibration }).classifiers['pinch']).toMatchObject({
      touchRatio: 0.25,
      partRatio: 0.4,
    })
    expect(calibratedProject(project, {})).toBe(project)
  })
})
