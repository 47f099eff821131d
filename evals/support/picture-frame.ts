import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import { handPictureToUser } from '../../src/core/hand/mirror-hand.ts'
import type { RawPicture } from './raw-hands.ts'

/** What the app would have seen of this picture: mirrored once, as every unmirrored camera picture is. */
export function frameOfPicture(picture: RawPicture, atMs = 0): HandFrame {
  return {
    sequence: Math.round(atMs),
    atMs,
    capturedAtMs: atMs + 1,
    aspectRatio: picture.widthPx / picture.heightPx,
    hands: picture.hands.map((hand) =>
      handPictureToUser({ ...hand, handedness: hand.handedness === 'Left' ? 'left' : 'right' }),
    ),
  }
}
