/** Interleaved colour, rows from the top, `strideBytes` apart. */
export interface InterleavedPixels {
  readonly format: 'rgb' | 'rgba'
  readonly widthPx: number
  readonly heightPx: number
  readonly strideBytes: number
  readonly data: Uint8Array
}

/**
 * Planar video colour as cameras give it: full-size luma, then chroma U and V at half width and height (rounded up),
 * 8 bit, BT.601 limited range (luma 16..235).
 */
export interface PlanarPixels {
  readonly format: 'i420'
  readonly widthPx: number
  readonly heightPx: number
  readonly yStrideBytes: number
  readonly uvStrideBytes: number
  readonly y: Uint8Array
  readonly u: Uint8Array
  readonly v: Uint8Array
}

export type Pixels = InterleavedPixels | PlanarPixels

/** Longest side accepted, px: beyond it a picture is a mistake or an attack, not a camera's. */
export const MAX_SIDE_PX = 8192

/** What is wrong with these pixels, or undefined: sizes are whole and positive and the planes hold what they say. */
export function pixelsFault(pixels: Pixels): string | undefined {
  const { widthPx, heightPx } = pixels
  const isSize = (px: number): boolean => Number.isInteger(px) && px > 0 && px <= MAX_SIDE_PX
  if (!isSize(widthPx) || !isSize(heightPx)) {
    return `a picture of ${widthPx}×${heightPx} px; sides are whole numbers from 1 to ${MAX_SIDE_PX}`
  }
  if (pixels.format !== 'i420') {
    const rowBytes = widthPx * (pixels.format === 'rgb' ? 3 : 4)
    return planeFault(pixels.format, pixels.data, pixels.strideBytes, rowBytes, heightPx)
  }
  const halfWidth = (widthPx + 1) >> 1
  const halfHeight = (heightPx + 1) >> 1
  return (
    planeFault('y', pixels.y, pixels.yStrideBytes, widthPx, heightPx) ??
    planeFault('u', pixels.u, pixels.uvStrideBytes, halfWidth, halfHeight) ??
    planeFault('v', pixels.v, pixels.uvStrideBytes, halfWidth, halfHeight)
  )
}

function planeFault(
  name: string,
  data: Uint8Array,
  strideBytes: number,
  rowBytes: number,
  rows: number,
): string | undefined {
  if (!Number.isInteger(strideBytes) || strideBytes < rowBytes) {
    return `${name}: a stride of ${strideBytes} bytes; a row has ${rowBytes}`
  }
  const needed = strideBytes * (rows - 1) + rowBytes
  return data.length < needed ? `${name}: ${data.length} bytes; ${needed} are needed` : undefined
}

/** Views one block of I420 bytes (Y, then U, then V, no padding) as planes; nothing is copied. */
export function i420FromBytes(data: Uint8Array, widthPx: number, heightPx: number): PlanarPixels {
  const uvStrideBytes = (widthPx + 1) >> 1
  const lumaBytes = widthPx * heightPx
  const chromaBytes = uvStrideBytes * ((heightPx + 1) >> 1)
  return {
    format: 'i420',
    widthPx,
    heightPx,
    yStrideBytes: widthPx,
    uvStrideBytes,
    y: data.subarray(0, lumaBytes),
    u: data.subarray(lumaBytes, lumaBytes + chromaBytes),
    v: data.subarray(lumaBytes + chromaBytes, lumaBytes + 2 * chromaBytes),
  }
}
