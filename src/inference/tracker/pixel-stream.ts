import type { PixelFrame } from '../../contract/frames/pixel-frame.ts'
import type { Pixels } from '../../vision/hands/pixels.ts'

/** What looks at the pictures of one page, whatever it looks for. */
export interface PixelStream {
  /** The answer's bytes. Rejects for a frame that cannot be read: that frame is lost, the stream goes on. */
  answer(frame: PixelFrame): Promise<ArrayBuffer>
  /** What can wait until the answer is on its way; with the whole picture if the frame was a part of it. */
  detectFurther(frame?: PixelFrame): Promise<void>
}

export function pixelsOfFrame(frame: PixelFrame): Pixels {
  const { format, widthPx, heightPx, strideBytes, chromaStrideBytes, planes } = frame
  const [first = NO_BYTES, u = NO_BYTES, v = NO_BYTES] = planes
  if (format === 'rgba') return { format, widthPx, heightPx, strideBytes, data: first }
  return {
    format,
    widthPx,
    heightPx,
    yStrideBytes: strideBytes,
    uvStrideBytes: chromaStrideBytes,
    y: first,
    u,
    v,
  }
}

const NO_BYTES = new Uint8Array()
