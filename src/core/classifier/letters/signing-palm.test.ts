import { describe, expect, test } from 'vitest'
import { LETTER_POINTS } from './letter-points.ts'
import { areBothRaised, signingPalm } from './signing-palm.ts'

const HAND_VALUES = LETTER_POINTS / 2

/** A palm of 0.1 with its wrist at this height, in the left or the right hand's place. */
function put(points: Float32Array, place: 0 | 1, wristY: number): Float32Array {
  for (let joint = 0; joint < HAND_VALUES / 3; joint++) {
    points.set([0.3, joint === 0 ? wristY : wristY - 0.1, 0.01], place * HAND_VALUES + 3 * joint)
  }
  return points
}
const nobody = (): Float32Array => new Float32Array(LETTER_POINTS)

describe('who signs', () => {
  test('nobody without a hand', () => {
    expect(signingPalm(nobody())).toBeUndefined()
    expect(areBothRaised(nobody())).toBe(false)
  })

  test('the higher of two hands; the other one helps or rests', () => {
    const points = put(put(nobody(), 0, 0.8), 1, 0.4)
    expect(signingPalm(points)?.centre.y).toBeCloseTo(0.32, 5)
    expect(areBothRaised(points)).toBe(false)
  })

  test('neither of two that are raised alike', () => {
    expect(areBothRaised(put(put(nobody(), 0, 0.45), 1, 0.4))).toBe(true)
    expect(areBothRaised(put(nobody(), 1, 0.4))).toBe(false)
  })
})
