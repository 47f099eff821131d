import { expect, test } from 'vitest'
import type { SeenHand } from './hand-tracker.ts'
import { mirrorOnce } from './mirror-once.ts'

const seen: SeenHand = {
  handedness: 'right',
  score: 0.9,
  landmarks: [{ x: 0.25, y: 0.4, z: -0.1 }],
  world: [{ x: 0.03, y: -0.02, z: 0.01 }],
}

test('flips an unmirrored picture, in the image and in metres, and keeps the hand', () => {
  expect(mirrorOnce(seen, false)).toEqual({
    handedness: 'right',
    score: 0.9,
    landmarks: [{ x: 0.75, y: 0.4, z: -0.1 }],
    world: [{ x: -0.03, y: -0.02, z: 0.01 }],
  })
})

test('leaves the places of a mirrored picture and gives the hand its true name', () => {
  expect(mirrorOnce(seen, true)).toEqual({ ...seen, handedness: 'left' })
})

test('comes to the same for one hand through both sources', () => {
  const throughMirror: SeenHand = {
    handedness: 'left',
    score: 0.9,
    landmarks: [{ x: 0.75, y: 0.4, z: -0.1 }],
    world: [{ x: -0.03, y: -0.02, z: 0.01 }],
  }
  expect(mirrorOnce(throughMirror, true)).toEqual(mirrorOnce(seen, false))
})
