import { describe, expect, it } from 'vitest'
import { pointingTestSummary, pointingTargets, watchPointing } from './pointing-test.ts'
import type { PointingTrial } from './pointing-test.ts'

const CONDITION = { distancePx: 600, widthPx: 50 }
const trial = (more: Partial<PointingTrial>): PointingTrial => ({
  movementMs: 1000,
  alongPx: 0,
  isHit: true,
  reentries: 0,
  ...more,
})

describe('the tapping test', () => {
  it('goes from each target to one that is nearly opposite', () => {
    const targets = pointingTargets(CONDITION, { x: 500, y: 400 })
    const steps = targets.slice(1).map((to, index) => {
      const from = targets[index]
      return Math.hypot(to.x - (from?.x ?? 0), to.y - (from?.y ?? 0))
    })
    expect(new Set(targets.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`)).size).toBe(13)
    expect(Math.min(...steps)).toBeGreaterThan(0.95 * CONDITION.distancePx)
    expect(Math.max(...steps)).toBeLessThanOrEqual(CONDITION.distancePx)
  })
  it('has the effective width at 4.133 standard deviations, and the distance where the clicks were', () => {
    const trials = [-10, 10].map((alongPx) => trial({ alongPx: alongPx + 20 }))
    const figures = pointingTestSummary(trials, CONDITION)
    expect(figures.effectiveWidthPx).toBeCloseTo(41.33)
    expect(figures.difficultyBits).toBeCloseTo(Math.log2(620 / 41.33 + 1))
    expect(figures.throughputBitsPerS).toBeCloseTo(figures.difficultyBits)
  })
  it('counts errors and re-entries', () => {
    const trials = [trial({ isHit: false, reentries: 2 }), trial({}), trial({}), trial({})]
    expect(pointingTestSummary(trials, CONDITION)).toMatchObject({
      errorRatio: 0.25,
      reentries: 0.5,
    })
  })
  it('does not take a robot that always hits the same spot for infinitely good', () => {
    const { throughputBitsPerS } = pointingTestSummary([trial({}), trial({})], CONDITION)
    expect(throughputBitsPerS).toBeLessThan(10)
  })
  it('tells how far along the way a click was, and how often the target was entered again', () => {
    const watch = watchPointing({ x: 0, y: 0 }, { x: 100, y: 0 }, 20, 1000)
    for (const x of [0, 95, 120, 100, 50, 99]) watch.addPointer({ x, y: 0 })
    expect(watch.end({ x: 104, y: 3 }, 1600)).toEqual({
      movementMs: 600,
      alongPx: 4,
      isHit: true,
      reentries: 2,
    })
  })
  it('counts a target that was never clicked as an error', () => {
    const watch = watchPointing(undefined, { x: 100, y: 100 }, 20, 0)
    expect(watch.end(undefined, 9000).isHit).toBe(false)
  })
})
