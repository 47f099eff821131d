import type { TrackerPicture } from './tracker.ts'
import { pictureSize } from '../pump/picture-statistics.ts'
import type { PlanarFrame } from './planar-frame.ts'

/** The models look at 192 to 224 pixels: more than this only costs. */
const LONGEST_SIDE_PX = 640

/** Reads, as RGBA, pictures that can only be drawn: what is no camera's frame, or is kept by the graphics card. */
export function createPictureDrawing(): (picture: TrackerPicture) => PlanarFrame {
  const canvas = new OffscreenCanvas(1, 1)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('createPictureDrawing: there is no 2D canvas')
  return (picture) => {
    const { widthPx, heightPx } = pictureSize(picture)
    const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(widthPx, heightPx))
    const width = Math.max(1, Math.round(widthPx * scale))
    const height = Math.max(1, Math.round(heightPx * scale))
    // Setting a size clears the canvas and costs, even when it is the same.
    if (canvas.width !== width) canvas.width = width
    if (canvas.height !== height) canvas.height = height
    return {
      widthPx: width,
      heightPx: height,
      write: (part, target) => {
        context.drawImage(picture, 0, 0, width, height)
        const { leftPx, topPx } = part
        target.set(context.getImageData(leftPx, topPx, part.widthPx, part.heightPx).data)
        return Promise.resolve()
      },
    }
  }
}
