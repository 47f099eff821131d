import { userToPicture, userWorldToPictureWorld } from '../../src/core/geometry/mirror.ts'
import type { Vector3 } from '../../src/core/geometry/vector.ts'
import { otherHand, type HandFrame } from '../../src/core/hand/hand-frame.ts'
import type { Direction } from './labels.ts'

/** The same film seen otherwise: as in a mirror, or by a camera that lies on its side. */
export interface View {
  readonly name: string
  frame(frame: HandFrame): HandFrame
  direction(direction: Direction): Direction
}

export const AS_IT_IS: View = {
  name: '',
  frame: (frame) => frame,
  direction: (direction) => direction,
}

const MIRRORED_DIRECTION = { left: 'right', right: 'left', up: 'up', down: 'down' } as const
const TURNED_DIRECTION = { left: 'up', right: 'down', up: 'right', down: 'left' } as const

/** The unmirrored picture, taken for what its user sees. */
export const MIRRORED: View = {
  name: 'mirrored',
  frame: (frame) => ({
    ...frame,
    hands: frame.hands.map((hand) => {
      const landmarks: readonly Vector3[] = hand.landmarks.map(userToPicture)
      const world: readonly Vector3[] = hand.world.map(userWorldToPictureWorld)
      return { ...hand, handedness: otherHand(hand.handedness), landmarks, world }
    }),
  }),
  direction: (direction) => MIRRORED_DIRECTION[direction],
}

/** Clockwise by a quarter. */
export const TURNED: View = {
  name: 'turned',
  frame: (frame) => ({
    ...frame,
    aspectRatio: 1 / frame.aspectRatio,
    hands: frame.hands.map((hand) => ({
      ...hand,
      // Depth counts in picture widths, and the width is another.
      landmarks: hand.landmarks.map(({ x, y, z }) => ({
        x: 1 - y,
        y: x,
        z: z * frame.aspectRatio,
      })),
      world: hand.world.map(({ x, y, z }) => ({ x: -y, y: x, z })),
    })),
  }),
  direction: (direction) => TURNED_DIRECTION[direction],
}

export const both = (first: View, second: View): View => ({
  name: `${first.name}, ${second.name}`,
  frame: (frame) => second.frame(first.frame(frame)),
  direction: (direction) => second.direction(first.direction(direction)),
})
