import { describe, expect, it } from 'vitest'
import type {
  GestureEvent,
  GestureHand,
  GestureId,
} from '../../../../src/core/gesture/gesture-event.ts'
import { createEngine, stepEngine } from '../../../../src/core/project/binding-engine.ts'
import type { Condition } from '../../../../src/core/project/condition.ts'
import type { ActiveGesture } from '../../../../src/core/project/conditions.ts'
import type { Binding } from '../../../../src/core/project/project.ts'
import { actionMoment } from '../../../support/action-moment.ts'

type Shown = readonly [gesture: GestureId, hand: GestureHand, fromMs: number, toMs: number]

const bound = (gesture: GestureId, text: string, companions: readonly Condition[]): Binding => ({
  gesture,
  hand: 'either',
  trigger: { mode: 'once', dwellMs: 0, repeatMs: 0, minScore: 0, phase: 'began' },
  companions,
  action: { kind: 'key.text', text },
})

/** Frames every 50 ms for two seconds; which texts are typed when. */
function play(bindings: readonly Binding[], shown: readonly Shown[]): string[] {
  let engine = createEngine(bindings)
  const typed: string[] = []
  for (let atMs = 0; atMs <= 2000; atMs += 50) {
    const events = shown.flatMap(([gesture, hand, fromMs, toMs]): GestureEvent[] => {
      const phase = atMs === fromMs ? 'began' : atMs === toMs ? 'ended' : undefined
      return phase === undefined ? [] : [{ gesture, hand, phase, atMs, score: 1, heldMs: 0 }]
    })
    const active = shown
      .filter(([, , fromMs, toMs]) => atMs >= fromMs && atMs < toMs)
      .map(([gesture, hand, beganAtMs]): ActiveGesture => ({ gesture, hand, beganAtMs }))
    const step = stepEngine(engine, {
      atMs,
      events,
      active,
      actionMoment: () => actionMoment({ atMs }),
      hasHandLeft: () => false,
    })
    engine = step.engine
    for (const { effect } of step.effects) {
      if (effect.kind === 'key.text') typed.push(`${atMs} ${effect.text}`)
    }
  }
  return typed
}

const PLAIN = bound('pinch.index', 'plain', [])
const held = (hand: Condition['hand']): Binding =>
  bound('pinch.index', 'with fist', [{ kind: 'held', gesture: 'pose.fist', hand }])
const PINCH: Shown = ['pinch.index', 'right', 500, 700]

describe('a modifier', () => {
  it('of the other hand makes the gesture mean something else, and only that', () => {
    const fist: Shown = ['pose.fist', 'left', 100, 1500]
    expect(play([PLAIN, held('other')], [fist, PINCH])).toEqual(['500 with fist'])
    expect(play([PLAIN, held('other')], [PINCH])).toEqual(['500 plain'])
  })
  it('of the wrong hand is none', () => {
    const fist: Shown = ['pose.fist', 'right', 100, 1500]
    expect(play([held('other')], [fist, PINCH])).toEqual([])
    expect(play([held('same')], [fist, PINCH])).toEqual(['500 with fist'])
  })
  it('that is gone counts no more', () => {
    expect(play([held('other')], [['pose.fist', 'left', 100, 400], PINCH])).toEqual([])
  })
  it('outdoes one with two of them, when both are there', () => {
    const both = bound('pinch.index', 'with two', [
      { kind: 'held', gesture: 'pose.fist', hand: 'left' },
      { kind: 'held', gesture: 'pose.palm', hand: 'both' },
    ])
    const fist: Shown = ['pose.fist', 'left', 0, 1500]
    const palms: Shown = ['pose.palm', 'both', 0, 1500]
    expect(play([PLAIN, held('left'), both], [fist, palms, PINCH])).toEqual(['500 with two'])
    expect(play([PLAIN, held('left'), both], [fist, PINCH])).toEqual(['500 with fist'])
  })
})

describe('a sequence of two', () => {
  const after = bound('pinch.index', 'second', [
    { kind: 'after', gesture: 'pose.fist', hand: 'same', withinMs: 500 },
  ])
  it('acts when the first began within the time before the second', () => {
    expect(play([PLAIN, after], [['pose.fist', 'right', 100, 300], PINCH])).toEqual(['500 second'])
  })
  it('does not act when the first came too early, by another hand, or not at all', () => {
    const late: Shown = ['pinch.index', 'right', 900, 1000]
    expect(play([PLAIN, after], [['pose.fist', 'right', 100, 300], late])).toEqual(['900 plain'])
    expect(play([PLAIN, after], [['pose.fist', 'left', 100, 300], PINCH])).toEqual(['500 plain'])
    expect(play([after], [PINCH])).toEqual([])
  })
})

describe('two at once', () => {
  const both = bound('pinch.index', 'both', [
    { kind: 'together', gesture: 'pose.fist', hand: 'other', withinMs: 150 },
  ])
  it.each([450, 500, 650])('act when the other begins at %d ms', (fromMs) => {
    const fist: Shown = ['pose.fist', 'left', fromMs, 1500]
    const atMs = Math.max(fromMs, 500)
    expect(play([PLAIN, both], [fist, PINCH])).toEqual([`${atMs} both`])
  })
  it('leave the plain gesture waiting until it is sure that the other does not come', () => {
    const long: Shown = ['pinch.index', 'right', 500, 1500]
    expect(play([PLAIN, both], [long])).toEqual(['700 plain'])
    expect(play([PLAIN, both], [['pose.fist', 'left', 100, 1500], long])).toEqual(['700 plain'])
  })
})
