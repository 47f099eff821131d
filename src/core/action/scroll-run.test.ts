import { describe, expect, it } from 'vitest'
import type { ActionMoment } from './action-moment.ts'
import type { Effect } from './effect.ts'
import { startScroll, stepScroll } from './scroll-run.ts'

const at = (x: number, y: number): ActionMoment => ({
  atMs: 0,
  settings: {
    enabled: true,
    hand: 'either',
    boxHeightPalms: 2,
    minCutoffHz: 1,
    beta: 1,
    dragDelayMs: 800,
    dragDistancePx: 40,
  },
  pressAt: { x: 5, y: 5 },
  travelled: { x: 0, y: 0 },
  hand: { at: { x, y }, palmLength: 0.1 },
  lastClick: undefined,
})

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
