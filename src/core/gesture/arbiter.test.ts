import { describe, expect, it } from 'vitest'
import { PRECEDENCE } from '../classifier/classifier.ts'
import { classifierById, classifiers } from '../classifier/registry.ts'
import { isBarred, type Claim } from './arbiter.ts'
import type { GestureHand } from './gesture-event.ts'

const claim = (id: string, hand: GestureHand): Claim => ({
  precedence: classifierById(id)?.precedence,
  hand,
})
const pinching = [claim('pinch', 'right')]

/** Those that both hands, or either, can make at once. */
const RIVALS = ['two-hands', 'pinch', 'swipe', 'pose', 'finger-count', 'sign-letters']

describe('the arbiter', () => {
  it.each([
    ['two-hands', ['pinch', 'swipe', 'pose', 'finger-count']],
    ['pinch', ['swipe', 'pose', 'finger-count']],
    ['swipe', ['pose', 'finger-count']],
    ['pose', []],
    ['finger-count', []],
    ['sign-letters', []],
  ])('lets %s bar %j of its hand', (by, bars) => {
    const active = [claim(by, 'right')]
    expect(RIVALS.filter((id) => isBarred(claim(id, 'right'), active))).toEqual(bars)
  })
  it('leaves the other hand alone', () => {
    expect(isBarred(claim('pose', 'left'), pinching)).toBe(false)
  })
  it('bars what needs both hands', () => {
    expect(isBarred(claim('finger-count', 'both'), pinching)).toBe(true)
  })
  it('reads what overrules before what it overrules', () => {
    const ranks = classifiers.flatMap(({ precedence }) =>
      precedence === undefined ? [] : PRECEDENCE.indexOf(precedence),
    )
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  })
})
