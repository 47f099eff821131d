import { expect, it } from 'vitest'
import { makeHand } from '../../../support/hand/make-hand.ts'
import type { HandOptions } from '../../../support/hand/make-hand.ts'
import { palmLengthInImage } from '../../../../src/core/hand/hand-scale.ts'

const sizeOf = (options: HandOptions): number => {
  const { landmarks, world } = makeHand({ palm: 0.2, ...options })
  return palmLengthInImage(landmarks, world, 4 / 3)
}

it.each<HandOptions>([
  { shape: 'open-palm' },
  { shape: 'fist' },
  { shape: 'point', rollDeg: 70 },
  { shape: 'thumbs-up', yawDeg: 80 },
  { shape: 'relaxed', pitchDeg: 60, at: [0.1, 0.9] },
])('measures the same palm in every shape and turn: %o', (options) => {
  expect(sizeOf(options)).toBeCloseTo(0.2, 9)
})

it('says 0 of a hand without extent', () => {
  const point = { x: 0.5, y: 0.5, z: 0 }
  const points = Array.from({ length: 21 }, () => point)
  expect(palmLengthInImage(points, points, 4 / 3)).toBe(0)
})
