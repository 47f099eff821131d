import { expect, test } from 'vitest'
import { TAPPING_TARGETS, pointingTestSummary } from '../../../core/tuning/pointing-test.ts'
import { createPointingRound, type PointingRound } from './pointing-round.ts'

const condition = { distancePx: 300, widthPx: 40 }
const newRound = (): PointingRound => createPointingRound(condition, { x: 400, y: 300 })

/** Taps the current target, this far to the right of its middle, after 500 ms. */
function tapCurrent(round: PointingRound, nowMs: number, offPx = 0): void {
  const target = round.targets[round.current()!]!
  round.addPointer(target, nowMs + 400)
  round.click({ x: target.x + offPx, y: target.y }, nowMs + 500)
}

test('a round goes once about the circle, each way timed from tap to tap', () => {
  const round = newRound()
  const visited: number[] = []
  for (let tap = 0; round.current() !== undefined; tap += 1) {
    visited.push(round.current()!)
    tapCurrent(round, tap * 500)
  }
  expect(visited).toEqual([...Array(TAPPING_TARGETS).keys(), 0])
  expect(round.trials).toHaveLength(TAPPING_TARGETS)
  const figures = pointingTestSummary(round.trials, condition)
  expect([figures.movementMs, figures.errorRatio]).toEqual([500, 0])
})

test('nothing begins by a tap beside the first target', () => {
  const round = newRound()
  round.click({ x: 0, y: 0 }, 100)
  expect([round.current(), round.trials]).toEqual([0, []])
})

test('a tap beside the target is an error, and the round goes on', () => {
  const round = newRound()
  tapCurrent(round, 0)
  tapCurrent(round, 500, 30)
  expect(round.trials.map(({ isHit }) => isHit)).toEqual([false])
  expect(round.current()).toBe(2)
})

test('leaving a target and coming back is counted', () => {
  const round = newRound()
  tapCurrent(round, 0)
  const target = round.targets[1]!
  round.addPointer(target, 600)
  round.addPointer({ x: target.x + 90, y: target.y }, 700)
  round.click(target, 800)
  expect(round.trials[0]?.reentries).toBe(1)
})

test('a target that is not tapped for half a minute is missed', () => {
  const round = newRound()
  tapCurrent(round, 0)
  round.addPointer({ x: 0, y: 0 }, 31_000)
  expect(round.trials.map(({ isHit }) => isHit)).toEqual([false])
})
