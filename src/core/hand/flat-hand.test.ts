import { expect, it } from 'vitest'
import { handFromFlat, type FlatHand } from './flat-hand.ts'

const flat = (rightScore: number): FlatHand => ({
  presence: 0.75,
  rightScore,
  landmarks: Float32Array.of(0.25, 0.5, -0.125, 0.5, 1, 0),
  world: Float32Array.of(0.0625, 0, 0, 0, 0.125, 0),
})

it('is where the network found it', () => {
  expect(handFromFlat(flat(0.75))).toEqual({
    handedness: 'right',
    score: 0.75,
    landmarks: [
      { x: 0.25, y: 0.5, z: -0.125 },
      { x: 0.5, y: 1, z: 0 },
    ],
    world: [
      { x: 0.0625, y: 0, z: 0 },
      { x: 0, y: 0.125, z: 0 },
    ],
  })
})

it.each([
  ['right', 1.0000001, 1],
  ['right', 0.5, 0.5],
  ['left', 0.25, 0.75],
  ['left', 0, 1],
] as const)('is the %s hand at %d, as surely as %d', (handedness, rightScore, score) => {
  expect(handFromFlat(flat(rightScore))).toMatchObject({ handedness, score })
})
