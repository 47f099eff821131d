import { expect, it } from 'vitest'
import type { TrackedHand } from './hand-frame.ts'
import { handPictureToUser } from './mirror-hand.ts'

const found: TrackedHand<'picture'> = {
  handedness: 'right',
  score: 0.9,
  landmarks: [{ x: 0.25, y: 0.4, z: -0.1 }],
  world: [{ x: 0.03, y: -0.02, z: 0.01 }],
}

it('moves a hand to where its user sees it, and leaves it the hand that it is', () => {
  expect(handPictureToUser(found)).toEqual({
    handedness: 'right',
    score: 0.9,
    landmarks: [{ x: 0.75, y: 0.4, z: -0.1 }],
    world: [{ x: -0.03, y: -0.02, z: 0.01 }],
  })
})

it('lets no hand of the picture pass for what its user sees', () => {
  // @ts-expect-error not mirrored yet
  const user: TrackedHand = found
  expect(user).toBe(found)
  // @ts-expect-error mirrored already
  handPictureToUser(handPictureToUser(found))
})
