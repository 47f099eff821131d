import { messageOf } from '../contract/boundary/error-message.ts'
import { MAX_SIDE_PX, type InterleavedPixels, type Pixels } from '../vision/hands/pixels.ts'

const FORMATS: readonly string[] = ['jpeg', 'png', 'webp']

export interface DecodeLimits {
  /** Of width times height, as the header tells them. */
  readonly maxPx?: number
  /** Waited for when the header has told how many they are, before they take up memory. */
  readonly mayDecode?: (px: number) => Promise<void>
}

/**
 * Decodes a JPEG, PNG or WebP as browsers show it: turned as the camera was held, transparency on black. The size is
 * read from the header first, so that a small file that unpacks to gigabytes is refused before it is decoded. Rejects
 * with a RangeError that says what is wrong with the picture, in words for whoever sent it.
 */
export async function decodeImage(
  bytes: Uint8Array,
  { maxPx = MAX_SIDE_PX ** 2, mayDecode }: DecodeLimits = {},
): Promise<InterleavedPixels> {
  const sharp = await loadSharp()
  const size = await sizeOf(bytes, maxPx)
  if (typeof size === 'string') throw new RangeError(`the picture cannot be read: ${size}`)
  await mayDecode?.(size)
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error' })
      .autoOrient()
      .flatten({ background: '#000' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width: widthPx, height: heightPx } = info
    return { format: 'rgb', widthPx, heightPx, strideBytes: widthPx * 3, data }
  } catch (error) {
    throw new RangeError(`the picture is damaged: ${messageOf(error)}`, { cause: error })
  }
}

/** A picture's pixels, decoded when they are none yet. */
export const decoded = (picture: Pixels | Uint8Array): Pixels | Promise<Pixels> =>
  picture instanceof Uint8Array ? decodeImage(picture) : picture

/** Loaded late: 30 MB that a process which only tracks a camera does without. */
const loadSharp = async () => {
  const { default: sharp } = await import('sharp')
  // Nobody asks for the same picture twice, and what is kept of the last ones is never given back.
  sharp.cache(false)
  return sharp
}

/** How many pixels the header tells of, or what is wrong with it. */
async function sizeOf(bytes: Uint8Array, maxPx: number): Promise<number | string> {
  const sharp = await loadSharp()
  try {
    const { format, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (!FORMATS.includes(format)) return `${format}; JPEG, PNG and WebP are read`
    if (Math.max(width, height) > MAX_SIDE_PX) {
      return `${width} × ${height} px; the longest side may have ${MAX_SIDE_PX}`
    }
    if (width * height > maxPx) {
      return `${width} × ${height} px; ${Math.round(maxPx / 1e6)} megapixels are taken`
    }
    return width * height
  } catch (error) {
    return `bytes that are none: ${messageOf(error)}`
  }
}
