import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AxisAction } from '../../../../src/core/action/action.ts'
import type { ActionMoment } from '../../../../src/core/action/action-moment.ts'
import { startAxis, stepAxis } from '../../../../src/core/action/axis-run.ts'
import type { Effect } from '../../../../src/core/action/effect.ts'
import { actionMoment } from '../../../support/action-moment.ts'

const FRAME_MS = 33
const volume: AxisAction = {
  kind: 'axis',
  source: 'roll',
  from: -60,
  to: 60,
  deadZone: 0.05,
  mode: 'absolute',
  target: { kind: 'volume' },
}
const scroll: AxisAction = {
  ...volume,
  mode: 'relative',
  target: { kind: 'scroll', direction: 'vertical', steps: 10 },
}

const moment = (atMs: number, roll: number | undefined): ActionMoment =>
  actionMoment({ atMs, axes: { roll } })

/** Each value is held for a third of a second. */
function play(action: AxisAction, values: readonly (number | undefined)[]): Effect[] {
  let { run, effects } = startAxis(action, moment(0, undefined))
  const all: Effect[] = [...effects]
  let atMs = 0
  for (const value of values) {
    for (let frame = 0; frame < 20; frame += 1) {
      atMs += FRAME_MS
      if (run.kind !== 'axis') return all
      ;({ run, effects } = stepAxis(run, moment(atMs, value)))
      all.push(...effects)
    }
  }
  return all
}
const level = (effects: readonly Effect[]): number => {
  const last = effects.at(-1)
  return last?.kind === 'volume.set' ? last.levelRatio : Number.NaN
}
const notches = (effects: readonly Effect[]): number =>
  effects.reduce((sum, one) => sum + (one.kind === 'pointer.scroll' ? one.downNotches : 0), 0)

describe('an absolute value', () => {
  it('sets the volume to where the hand is in the range', () => {
    expect(level(play(volume, [0]))).toBe(0.5)
    expect(level(play(volume, [0, 30]))).toBeCloseTo(0.75, 1)
  })
  it('reaches both ends, and nothing beyond', () => {
    expect(level(play(volume, [0, 200]))).toBe(1)
    expect(level(play(volume, [0, -200]))).toBe(0)
  })
  it('does nothing within the dead zone', () => {
    expect(play(volume, [0, 3, -3, 3])).toHaveLength(1)
  })
  it('waits while the hand is not seen', () => {
    expect(play(volume, [undefined, undefined])).toEqual([])
    expect(play(volume, [0, undefined])).toHaveLength(1)
  })
})

describe('a relative value', () => {
  it('does nothing by being taken hold of, wherever the hand is', () => {
    for (const roll of [-60, 0, 45, 500]) expect(play(scroll, [roll])).toEqual([])
  })
  it('steps with the change beyond the dead zone, and back', () => {
    expect(notches(play(scroll, [0, 60]))).toBe(4)
    expect(notches(play(scroll, [0, 60, 0]))).toBe(0)
    expect(notches(play(scroll, [0, -60]))).toBe(-4)
  })
  it('changes the volume by as much', () => {
    const effects = play({ ...volume, mode: 'relative' }, [0, 60])
    const sum = effects.reduce(
      (all, one) => all + (one.kind === 'volume.step' ? one.stepRatio : 0),
      0,
    )
    expect(sum).toBeCloseTo(0.45, 1)
  })
  it('turns round when the ends of the range are exchanged', () => {
    expect(notches(play({ ...scroll, from: 60, to: -60 }, [0, 60]))).toBe(-4)
  })
})

describe('a value that sets a rate', () => {
  const rate: AxisAction = { ...scroll, mode: 'rate' }
  it('goes on as long as the hand is away from where it began', () => {
    const [short, long] = [play(rate, [0, 60]), play(rate, [0, 60, 60])].map(notches)
    expect(short).toBeGreaterThan(1)
    expect(long).toBeGreaterThan((short ?? 0) * 1.8)
  })
  it('stops when it comes back', () => {
    expect(notches(play(rate, [0, 60, 0, 0, 0]))).toBeLessThanOrEqual(
      notches(play(rate, [0, 60, 0])) + 1,
    )
  })
})

describe('a key', () => {
  const key: AxisAction = {
    ...scroll,
    target: { kind: 'key', up: ['right'], down: ['left'], steps: 100 },
  }
  it('is pressed at most ten times a second, and does not run on for long', () => {
    const effects = play(key, [0, 60, 60, 60])
    expect(effects.length).toBeGreaterThan(3)
    expect(effects.length).toBeLessThanOrEqual(21)
    expect(play(key, [0, 60, 0]).at(-1)).toEqual({ kind: 'key.chord', keys: ['left'] })
  })
})

it('never tells more steps than the range has, whatever the hand does', () => {
  const action: AxisAction = { ...scroll, mode: 'absolute' }
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { maxLength: 12 }),
      (rolls) => {
        let sum = 0
        for (const effect of play(action, rolls)) {
          if (effect.kind === 'pointer.scroll') sum += effect.downNotches
          expect(Math.abs(sum)).toBeLessThanOrEqual(10)
        }
      },
    ),
  )
})
