/**
 * One picture on its way to the tracker process, or the part of it that is worth looking at, as bytes: a header of 56 bytes, then the planes without gaps.
 * Little-endian. The sender has the camera write the planes straight behind the header, so that nothing is copied twice.
 *
 *   0 u32 mark      4 u16 version   6 u16 format    8 u32 sequence   12 u32 width   16 u32 height
 *  20 u32 stride   24 u32 chroma stride (I420)     28 u32 purpose    32 f64 time, ms
 *  40 u32 left     44 u32 top      48 u32 picture width              52 u32 picture height
 */
export const PIXEL_HEADER_BYTES = 56
const MARK = 0x50434542
const VERSION = 2
const PURPOSES = ['follow', 'search'] as const
const FORMATS = ['i420', 'rgba'] as const
const LONGEST_SIDE_PX = 8192

export interface PixelShape {
  readonly format: (typeof FORMATS)[number]
  readonly widthPx: number
  readonly heightPx: number
  /** Bytes from row to row: of luma, or of RGBA. */
  readonly strideBytes: number
  /** Bytes from row to row of each chroma plane; 0 for RGBA. */
  readonly chromaStrideBytes: number
}

/** Where the pixels lie in the picture. */
export interface PixelView {
  readonly leftPx: number
  readonly topPx: number
  readonly pictureWidthPx: number
  readonly pictureHeightPx: number
}

export interface PixelHeader extends PixelShape {
  readonly view: PixelView
  /** Comes back with the answer. */
  readonly sequence: number
  readonly atMs: number
  /** `follow` is answered by the hands in it. `search` is the whole of a picture that was followed already: no answer. */
  readonly purpose: (typeof PURPOSES)[number]
}

/** A picture whose bytes are views into the message. */
export interface PixelFrame extends PixelHeader {
  readonly planes: readonly Uint8Array[]
}

export type ParsedPixels =
  | { readonly kind: 'frame'; readonly frame: PixelFrame }
  /** `sequence` as far as it could be read, so that the sender learns which picture was wrong. */
  | { readonly kind: 'fault'; readonly sequence: number; readonly message: string }

export const tightI420 = (widthPx: number, heightPx: number): PixelShape => ({
  format: 'i420',
  widthPx,
  heightPx,
  strideBytes: widthPx,
  chromaStrideBytes: (widthPx + 1) >> 1,
})

export const tightRgba = (widthPx: number, heightPx: number): PixelShape => ({
  format: 'rgba',
  widthPx,
  heightPx,
  strideBytes: widthPx * 4,
  chromaStrideBytes: 0,
})

/** Length of each plane, bytes. */
export function planeBytes(shape: PixelShape): readonly number[] {
  const luma = shape.strideBytes * shape.heightPx
  if (shape.format === 'rgba') return [luma]
  const chroma = shape.chromaStrideBytes * ((shape.heightPx + 1) >> 1)
  return [luma, chroma, chroma]
}

/** Writes the header into the first bytes of `message`; the planes are the caller's to write. */
export function writePixelHeader(message: ArrayBuffer, header: PixelHeader): void {
  const view = new DataView(message)
  view.setUint32(0, MARK, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, FORMATS.indexOf(header.format), true)
  view.setUint32(8, header.sequence, true)
  view.setUint32(12, header.widthPx, true)
  view.setUint32(16, header.heightPx, true)
  view.setUint32(20, header.strideBytes, true)
  view.setUint32(24, header.chromaStrideBytes, true)
  view.setUint32(28, PURPOSES.indexOf(header.purpose), true)
  view.setFloat64(32, header.atMs, true)
  view.setUint32(40, header.view.leftPx, true)
  view.setUint32(44, header.view.topPx, true)
  view.setUint32(48, header.view.pictureWidthPx, true)
  view.setUint32(52, header.view.pictureHeightPx, true)
}

/** Reads a picture; whatever came, it answers and never throws. */
export function parsePixelFrame(message: Uint8Array): ParsedPixels {
  if (message.byteLength < PIXEL_HEADER_BYTES) {
    return pixelFrameFault(0, `${message.byteLength} bytes are too few for a header`)
  }
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
  const sequence = view.getUint32(8, true)
  if (view.getUint32(0, true) !== MARK || view.getUint16(4, true) !== VERSION) {
    return pixelFrameFault(sequence, 'no picture of this version')
  }
  const format = FORMATS[view.getUint16(6, true)]
  const purpose = PURPOSES[view.getUint32(28, true)]
  if (format === undefined || purpose === undefined)
    return pixelFrameFault(sequence, 'unknown format')
  const header = {
    format,
    sequence,
    purpose,
    widthPx: view.getUint32(12, true),
    heightPx: view.getUint32(16, true),
    strideBytes: view.getUint32(20, true),
    chromaStrideBytes: view.getUint32(24, true),
    atMs: view.getFloat64(32, true),
    view: {
      leftPx: view.getUint32(40, true),
      topPx: view.getUint32(44, true),
      pictureWidthPx: view.getUint32(48, true),
      pictureHeightPx: view.getUint32(52, true),
    },
  }
  const wrong = headerFault(header, message.byteLength)
  if (wrong !== undefined) return pixelFrameFault(sequence, wrong)
  return { kind: 'frame', frame: { ...header, planes: planesOf(header, message) } }
}

const pixelFrameFault = (sequence: number, message: string): ParsedPixels => ({
  kind: 'fault',
  sequence,
  message,
})

function headerFault(header: PixelHeader, messageBytes: number): string | undefined {
  const { format, widthPx, heightPx, strideBytes, chromaStrideBytes, atMs } = header
  const sides = `${widthPx} × ${heightPx} px`
  if (Math.min(widthPx, heightPx) < 1 || Math.max(widthPx, heightPx) > LONGEST_SIDE_PX) {
    return `a picture of ${sides}; sides are 1 to ${LONGEST_SIDE_PX}`
  }
  const tight = format === 'rgba' ? tightRgba(widthPx, heightPx) : tightI420(widthPx, heightPx)
  if (strideBytes < tight.strideBytes || chromaStrideBytes < tight.chromaStrideBytes) {
    return `strides of ${strideBytes} and ${chromaStrideBytes} bytes are too short for ${sides}`
  }
  const needed = planeBytes(header).reduce((sum, bytes) => sum + bytes, PIXEL_HEADER_BYTES)
  if (messageBytes !== needed) return `${messageBytes} bytes; ${sides} take ${needed}`
  const { leftPx, topPx, pictureWidthPx, pictureHeightPx } = header.view
  if (leftPx + widthPx > pictureWidthPx || topPx + heightPx > pictureHeightPx) {
    return `${sides} at ${leftPx}, ${topPx} of a picture of ${pictureWidthPx} × ${pictureHeightPx} px`
  }
  return Number.isFinite(atMs) ? undefined : `a time of ${atMs} ms`
}

function planesOf(shape: PixelShape, message: Uint8Array): readonly Uint8Array[] {
  let from = PIXEL_HEADER_BYTES
  return planeBytes(shape).map((bytes) => {
    const plane = message.subarray(from, from + bytes)
    from += bytes
    return plane
  })
}
