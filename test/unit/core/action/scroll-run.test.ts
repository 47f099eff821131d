import { describe, expect, it } from 'vitest'
import type { ActionMoment, DoneRun, RunStep } from '../../../../src/core/action/action-moment.ts'
import type { Effect } from '../../../../src/core/action/effect.ts'
import {
  isCoasting,
  startCoasting,
  startScroll,
  stepScroll,
} from '../../../../src/core/action/scroll-run.ts'
import type { ScrollRun } from '../../../../src/core/action/scroll-run.ts'
import { actionMoment } from '../../../support/action-moment.ts'

const at = (x: number, y: number): ActionMoment =>
  actionMoment({ hand: { at: { x, y }, palmLength: 0.1 } })

/** Hand positions in palm lengths, from the first on. */
function scrolled(gain: number, path: readonly (readonly [number, number])[]): Effect[] {
  const effects: Effect[] = []
  let { run } = startScroll(gain, at(0, 0))
  for (const [x, y] of path) {
    if (run.kind !== 'scroll') throw new Error('expected a scroll under way')
    const step = stepScroll(run, at(x * 0.1, y * 0.1))
    effects.push(...step.effects)
    run = step.run
  }
  return effects
}

describe('scrolling', () => {
  it('gathers small movements into whole notches', () => {
    expect(
      scrolled(4, [
        [0, -0.1],
        [0, -0.2],
        [0, -0.3],
        [0, -0.55],
      ]),
    ).toEqual([
      { kind: 'pointer.scroll', rightNotches: 0, downNotches: 1 },
      { kind: 'pointer.scroll', rightNotches: 0, downNotches: 1 },
    ])
  })
  it('moves the page with the hand: down when the hand goes up, left when it goes right', () => {
    expect(scrolled(4, [[0.55, -0.8]])).toEqual([
      { kind: 'pointer.scroll', rightNotches: -2, downNotches: 3 },
    ])
  })
  it('turns round for a negative gain', () => {
    expect(scrolled(-4, [[0, -0.8]])).toEqual([
      { kind: 'pointer.scroll', rightNotches: 0, downNotches: -3 },
    ])
  })
  it('does nothing for a hand that trembles on the edge of a notch', () => {
    const path = Array.from({ length: 20 }, (_, index) => [0, index % 2 ? -0.26 : -0.24] as const)
    expect(scrolled(4, path)).toHaveLength(1)
  })
})

describe('a page that is let go of', () => {
  const pushed = (scrollInertia: boolean, pauseMs: number): ScrollRun => {
    const settings = { ...at(0, 0).settings, scrollInertia }
    const moment = (y: number, atMs: number): ActionMoment => ({ ...at(0, y), settings, atMs })
    let step = startScroll(8, moment(0, 0))
    for (let frame = 1; frame <= 6; frame += 1) {
      if (step.run.kind !== 'scroll') throw new Error('expected a scroll under way')
      step = stepScroll(step.run, moment(-0.01 * frame, frame * 33))
    }
    if (step.run.kind !== 'scroll') throw new Error('expected a scroll under way')
    const { run } = stepScroll(step.run, moment(-0.06, 6 * 33 + pauseMs))
    if (run.kind !== 'scroll') throw new Error('expected a scroll under way')
    return run
  }
  it('goes on, slower and slower, and stops', () => {
    expect(isCoasting(pushed(true, 1))).toBe(true)
    let run: ScrollRun | DoneRun = startCoasting(pushed(true, 1))
    const perSecond = [0, 0, 0]
    for (let atMs = 200; atMs < 3200 && run.kind === 'scroll'; atMs += 33) {
      const step: RunStep<ScrollRun> = stepScroll(run, { ...at(0, -0.6), atMs })
      for (const effect of step.effects) {
        const second = Math.floor((atMs - 200) / 1000)
        if (effect.kind === 'pointer.scroll') perSecond[second]! += effect.downNotches
      }
      run = step.run
    }
    expect(run).toEqual({ kind: 'done' })
    expect(perSecond[0]).toBeGreaterThan(3)
    expect(perSecond[0]).toBeGreaterThan(perSecond[1] ?? 0)
    expect(perSecond[2]).toBe(0)
  })
  it('stays when the hand had stopped before, or without inertia', () => {
    expect([isCoasting(pushed(true, 300)), isCoasting(pushed(false, 1))]).toEqual([false, false])
  })
})
