import { describe, expect, test } from 'vitest'
import { madeUpBody, SQUATTING } from '../../../support/body/made-up-body.ts'
import { createBodySmoother } from '../../../../src/core/body/smooth-bodies.ts'
import { createSmoother } from '../../../../src/core/filter/point-filter.ts'

const FRAME_MS = 1000 / 30

describe('exponential smoothing', () => {
  test('weighs a new value with α at 30 frames a second', () => {
    const smoother = createSmoother({ kind: 'exponential', alpha: 0.7 })
    expect(smoother.filter(0, 0)).toBe(0)
    expect(smoother.filter(10, FRAME_MS)).toBeCloseTo(7)
    expect(smoother.filter(10, 2 * FRAME_MS)).toBeCloseTo(9.1)
  })

  test('goes by real time: one long interval counts like two short ones', () => {
    const smoother = createSmoother({ kind: 'exponential', alpha: 0.7 })
    smoother.filter(0, 0)
    expect(smoother.filter(10, 2 * FRAME_MS)).toBeCloseTo(9.1)
  })

  test('ignores times that do not go on and values that are none', () => {
    const smoother = createSmoother({ kind: 'exponential', alpha: 0.5 })
    smoother.filter(4, 100)
    expect([smoother.filter(9, 100), smoother.filter(9, 50), smoother.filter(NaN, 200)]).toEqual([
      4, 4, 4,
    ])
  })
})

describe('bodies', () => {
  test('are smoothed each on its own, found in any order', () => {
    const smoother = createBodySmoother()
    const [one, two] = [madeUpBody({ trackId: 1 }), madeUpBody({ trackId: 2, places: SQUATTING })]
    smoother.step([one, two], 0)
    const [second, first] = smoother.step([two, one], FRAME_MS)
    expect(first?.body.world).toEqual(one.world)
    expect(second?.body.world).toEqual(two.world)
  })

  test('follow with the weight of each kind', () => {
    const smoother = createBodySmoother({
      body: { kind: 'none' },
      coordinates: { kind: 'exponential', alpha: 0.5 },
      angles: { kind: 'exponential', alpha: 0.7 },
    })
    const squatting = madeUpBody({ places: SQUATTING })
    smoother.step([madeUpBody()], 0)
    const [smooth] = smoother.step([squatting], FRAME_MS)
    expect(smooth?.body.landmarks).toEqual(squatting.landmarks)
    expect(smooth?.body.world[25]?.z).toBeCloseTo(-0.21)
    expect(smooth?.angles.find(({ name }) => name === 'left.knee')?.degrees).toBeCloseTo(63)
  })

  test('who comes back starts afresh', () => {
    const smoother = createBodySmoother()
    smoother.step([madeUpBody()], 0)
    smoother.step([], FRAME_MS)
    const squatting = madeUpBody({ places: SQUATTING })
    expect(smoother.step([squatting], 2 * FRAME_MS)[0]?.body.world).toEqual(squatting.world)
  })
})
