import type { InterleavedPixels } from '../vision/hands/pixels.ts'
import { MAX_SIDE_PX } from '../vision/hands/pixels.ts'

const FORMATS: readonly string[] = ['jpeg', 'png', 'webp']

export interface DecodeLimits {
  /** Of width times height, as the header tells them. */
  readonly maxPx?: number
}

/**
 * Decodes a JPEG, PNG or WebP as browsers show it: turned as the camera was held, transparency on black. The size is
 * read from the header first, so that a small file that unpacks to gigabytes is refused before it is decoded. Rejects
 * with a RangeError that says what is wrong with the picture, in words for whoever sent it.
 */
export async function decodeImage(
  bytes: Uint8Array,
  { maxPx = MAX_SIDE_PX ** 2 }: DecodeLimits = {},
): Promise<InterleavedPixels> {
  const sharp = await loadSharp()
  const fault = await headerFault(bytes, maxPx)
  if (fault !== undefined) throw new RangeError(`the picture cannot be read: ${fault}`)
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

/** Loaded late: 30 MB that a process which only tracks a camera does without. */
const loadSharp = async () => (await import('sharp')).default

async function headerFault(bytes: Uint8Array, maxPx: number): Promise<string | undefined> {
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
    return undefined
  } catch (error) {
    return `bytes that are none: ${messageOf(error)}`
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)
