import type { PicturePart } from '../../../../contract/frames/pixel-answer.ts'
import {
  PIXEL_HEADER_BYTES,
  planeBytes,
  tightI420,
  tightRgba,
  writePixelHeader,
  type PixelHeader,
} from '../../../../contract/frames/pixel-frame.ts'
import { createPictureDrawing } from './picture-drawing.ts'
import type { TrackerPicture } from './tracker.ts'
import { planarFrame } from './planar-frame.ts'

/**
 * Turns pictures into messages for the tracker process. A message is valid until the next call: its memory is used
 * again, so that a camera that runs all day allocates nothing.
 */
export interface PixelReader {
  /** `part` is what the tracker asked for; a picture of another size than the one before is read as a whole. */
  read(
    picture: TrackerPicture,
    stamp: Pick<PixelHeader, 'sequence' | 'atMs' | 'purpose'>,
    part: PicturePart | undefined,
  ): Promise<Uint8Array<ArrayBuffer>>
}

interface Size {
  readonly widthPx: number
  readonly heightPx: number
}

export function createPixelReader(): PixelReader {
  let message = new ArrayBuffer(0)
  let scratch = new Uint8Array(0)
  let lastSize: Size = { widthPx: 0, heightPx: 0 }
  const draw = createPictureDrawing()

  const scratchOf = (bytes: number): Uint8Array<ArrayBuffer> => {
    if (scratch.length < bytes) scratch = new Uint8Array(bytes)
    return scratch
  }
  const begin = (header: PixelHeader): Uint8Array<ArrayBuffer> => {
    const bytes = planeBytes(header).reduce((sum, plane) => sum + plane, PIXEL_HEADER_BYTES)
    if (message.byteLength < bytes) message = new ArrayBuffer(bytes)
    writePixelHeader(message, header)
    return new Uint8Array(message, 0, bytes)
  }
  const sizeBuffers = (size: Size, part: PicturePart | undefined): PicturePart => {
    const isSame = size.widthPx === lastSize.widthPx && size.heightPx === lastSize.heightPx
    lastSize = size
    return isSame && part ? part : { leftPx: 0, topPx: 0, ...sizeOf(size) }
  }

  return {
    read: async (picture, stamp, wanted) => {
      const planar = planarFrame(picture)
      const source = planar ?? draw(picture)
      const part = sizeBuffers(source, wanted)
      const shapeOf = planar ? tightI420 : tightRgba
      const view = viewOf(part, source)
      const bytes = begin({ ...shapeOf(part.widthPx, part.heightPx), ...stamp, view })
      await source.write(part, bytes.subarray(PIXEL_HEADER_BYTES), scratchOf)
      return bytes
    },
  }
}

const sizeOf = ({ widthPx, heightPx }: Size): Size => ({ widthPx, heightPx })

const viewOf = ({ leftPx, topPx }: PicturePart, picture: Size): PixelHeader['view'] => ({
  leftPx,
  topPx,
  pictureWidthPx: picture.widthPx,
  pictureHeightPx: picture.heightPx,
})
