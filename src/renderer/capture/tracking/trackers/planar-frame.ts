import { planeBytes, tightI420, type PixelShape } from '../../../../contract/frames/pixel-frame.ts'
import type { PicturePart } from '../../../../contract/frames/pixel-answer.ts'
import type { TrackerPicture } from './tracker.ts'
import { shrinkPlane } from './shrink-plane.ts'

/** The video formats that cameras give and whose planes can be used as they are. */
const FORMATS = ['I420', 'I420A', 'NV12'] as const

/** The models look at 192 to 224 pixels: more than twice this only costs. */
const ENOUGH_PX = 640

/** A camera's frame that need not be drawn to be read, and the size at which it is read. */
export interface PlanarFrame {
  readonly widthPx: number
  readonly heightPx: number
  /**
   * Writes this part, its planes one after another. `scratch` gives memory of at least so many bytes.
   * Even positions and sizes only, except where the picture itself ends.
   */
  write(
    part: PicturePart,
    target: Uint8Array,
    scratch: (bytes: number) => Uint8Array<ArrayBuffer>,
  ): Promise<void>
}

/** Undefined for a picture that has to be drawn: no camera's frame, or one that is stored turned. */
export function planarFrame(picture: TrackerPicture): PlanarFrame | undefined {
  if (!(picture instanceof VideoFrame) || isTurned(picture)) return undefined
  const { format, visibleRect } = picture
  if (visibleRect === null || !FORMATS.some((known) => known === format)) return undefined
  const factor = Math.max(
    1,
    Math.floor(Math.max(visibleRect.width, visibleRect.height) / ENOUGH_PX),
  )
  const isTight = factor === 1 && format === 'I420'
  return {
    // Even sides where squares are averaged, so that each chroma value belongs to a whole one.
    widthPx: isTight ? visibleRect.width : evenPart(visibleRect.width / factor),
    heightPx: isTight ? visibleRect.height : evenPart(visibleRect.height / factor),
    write: async (part, target, scratch) => {
      const rect = {
        x: visibleRect.x + part.leftPx * factor,
        y: visibleRect.y + part.topPx * factor,
        width: part.widthPx * factor,
        height: part.heightPx * factor,
      }
      if (isTight) {
        await picture.copyTo(target, { rect })
        return
      }
      const data = scratch(picture.allocationSize({ rect }))
      const sources = planeSources(await picture.copyTo(data, { rect }), format === 'NV12')
      writePlanes(data, sources, factor, tightI420(part.widthPx, part.heightPx), target)
    },
  }
}

const evenPart = (px: number): number => 2 * Math.floor(px / 2)

/** Browsers that know turned frames say how; the others never give any. */
function isTurned(frame: VideoFrame): boolean {
  return Boolean(Reflect.get(frame, 'rotation')) || Boolean(Reflect.get(frame, 'flip'))
}

interface Place {
  readonly offset: number
  readonly stride: number
  readonly step: number
}

function planeSources(layout: readonly PlaneLayout[], isPaired: boolean): readonly Place[] {
  const [luma, u, v] = layout
  if (!luma || !u) throw new Error(`planarFrame: expected planes, got ${layout.length}`)
  if (isPaired) {
    const { offset, stride } = u
    return [
      { ...luma, step: 1 },
      { offset, stride, step: 2 },
      { offset: offset + 1, stride, step: 2 },
    ]
  }
  if (!v) throw new Error('planarFrame: expected three planes, got two')
  return [luma, u, v].map((plane) => ({ ...plane, step: 1 }))
}

function writePlanes(
  data: Uint8Array,
  sources: readonly Place[],
  factor: number,
  shape: PixelShape,
  target: Uint8Array,
): void {
  let written = 0
  for (const [index, bytes] of planeBytes(shape).entries()) {
    const { offset = 0, stride = 0, step = 1 } = sources[index] ?? {}
    const half = index === 0 ? 1 : 2
    shrinkPlane(
      { data, offset, stride, step },
      factor,
      shape.widthPx / half,
      shape.heightPx / half,
      target.subarray(written, written + bytes),
    )
    written += bytes
  }
}
