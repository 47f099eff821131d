import { decodeImage } from '../../inference/decode-image.ts'
import type { InterleavedPixels } from '../../vision/hands/pixels.ts'
import { createPixelBudget } from './pixel-budget.ts'

/** A decoded picture, which others wait for until it is let go of. */
export interface HeldPixels {
  readonly pixels: InterleavedPixels
  /** Once for all: the second time nothing happens. */
  release(): void
}

/** Decodes a picture when there is room for it. Rejects with a RangeError for what is no picture, or one too large. */
export type ReadPixels = (bytes: Uint8Array) => Promise<HeldPixels>

/**
 * Two of the largest at once: one is looked at while the next is decoded. Pictures of cameras are a hundredth of that, and
 * do not wait. Without it 32 small files that unpack to 72 MB each took a gigabyte.
 */
const LARGEST_AT_ONCE = 2

export function createPixelReader(maxPx: number): ReadPixels {
  const budget = createPixelBudget(LARGEST_AT_ONCE * maxPx)
  return async (bytes) => {
    let heldPx = 0
    const release = (): void => {
      const px = heldPx
      heldPx = 0
      if (px > 0) budget.give(px)
    }
    const mayDecode = async (px: number): Promise<void> => {
      await budget.take(px)
      heldPx = px
    }
    try {
      return { pixels: await decodeImage(bytes, { maxPx, mayDecode }), release }
    } catch (error) {
      release()
      throw error
    }
  }
}
