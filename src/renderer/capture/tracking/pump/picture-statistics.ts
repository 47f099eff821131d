import type { PictureStatistics } from '../loop/messages.ts'

const SAMPLE_WIDTH_PX = 32
const SAMPLE_HEIGHT_PX = 24

/** Looks at pictures through a 32 × 24 thumbnail. Below 3 ms for 640 × 480, so not for every frame. */
export function createPictureStatistics(): (
  picture: VideoFrame | ImageBitmap,
) => PictureStatistics {
  const canvas = new OffscreenCanvas(SAMPLE_WIDTH_PX, SAMPLE_HEIGHT_PX)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('createPictureStatistics: there is no 2D canvas')
  return (picture) => {
    context.drawImage(picture, 0, 0, SAMPLE_WIDTH_PX, SAMPLE_HEIGHT_PX)
    const { data } = context.getImageData(0, 0, SAMPLE_WIDTH_PX, SAMPLE_HEIGHT_PX)
    return { ...pictureSize(picture), ...statisticsOfPixels(data) }
  }
}

export const pictureSize = (
  picture: VideoFrame | ImageBitmap | OffscreenCanvas,
): { widthPx: number; heightPx: number } =>
  'displayWidth' in picture
    ? { widthPx: picture.displayWidth, heightPx: picture.displayHeight }
    : { widthPx: picture.width, heightPx: picture.height }

/** `pixels` is RGBA, 4 bytes each. Luma weights of BT.601; the fingerprint is FNV-1a over the colours. */
export function statisticsOfPixels(
  pixels: ArrayLike<number>,
): Pick<PictureStatistics, 'meanLuma' | 'fingerprint'> {
  let sum = 0
  let fingerprint = 0x811c9dc5
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
    sum += 0.299 * red + 0.587 * green + 0.114 * blue
    fingerprint = Math.imul(fingerprint ^ ((red << 16) | (green << 8) | blue), 0x01000193) >>> 0
  }
  return { meanLuma: (sum * 4) / pixels.length, fingerprint }
}
