import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import type { RawPicture } from './raw-hands.ts'

/** What the app would have seen of this picture: mirrored once, as every unmirrored camera picture is. */
export function frameOfPicture(picture: RawPicture, atMs = 0): HandFrame {
  return {
    sequence: Math.round(atMs),
    atMs,
    capturedAtMs: atMs + 1,
    aspectRatio: picture.widthPx / picture.heightPx,
    hands: picture.hands.map((hand) => ({
      handedness: hand.handedness === 'Left' ? 'left' : 'right',
      score: hand.score,
      landmarks: hand.landmarks.map(({ x, y, z }) => ({ x: 1 - x, y, z })),
      world: hand.world.map(({ x, y, z }) => ({ x: -x, y, z })),
    })),
  }
}
