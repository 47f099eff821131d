import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FoundHand } from './hand-landmarks.ts'
import { suppressNonMaxima as without } from './non-maximum-suppression.ts'

const suppressNonMaxima = (found: readonly FoundHand[]) => without(found, 0.2)

/** A hand 0.2 wide and high whose corner is at x, y. */
function handAt(x: number, y: number, presence: number): FoundHand {
  const landmarks = Float32Array.from({ length: 63 }, (_, index) => {
    const joint = Math.floor(index / 3)
    if (index % 3 === 0) return x + (0.2 * (joint % 5)) / 4
    return index % 3 === 1 ? y + (0.2 * Math.floor(joint / 5)) / 4 : 0
  })
  return { presence, rightScore: 0.5, landmarks, world: new Float32Array(63) }
}
const hands = fc.array(
  fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
    )
    .map(([x, y, presence]) => handAt(x, y, presence)),
  { maxLength: 6 },
)

test('keeps the surer of two finds of one hand', () => {
  const [weak, sure] = [handAt(0.3, 0.3, 0.7), handAt(0.31, 0.3, 0.9)]
  expect(suppressNonMaxima([weak, sure])).toEqual([sure])
  expect(suppressNonMaxima([sure, weak])).toEqual([sure])
  expect(suppressNonMaxima([weak, { ...weak }])).toEqual([weak])
})

test('keeps two hands that touch', () => {
  const touching = [handAt(0.3, 0.3, 0.9), handAt(0.5, 0.3, 0.6)]
  expect(suppressNonMaxima(touching)).toEqual(touching)
})

test('never loses the surest, and removing again removes nothing', () => {
  fc.assert(
    fc.property(hands, (found) => {
      const kept = suppressNonMaxima(found)
      const surest = found.toSorted((a, b) => b.presence - a.presence)[0]
      if (surest) expect(kept.some(({ presence }) => presence === surest.presence)).toBe(true)
      expect(suppressNonMaxima(kept)).toEqual(kept)
    }),
  )
})
