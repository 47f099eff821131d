import { coverFit, type CoverFit, type Size } from './cover-fit.ts'
import { fitToBox } from './fit-to-box.ts'
import type { ShownHand } from './hand-interpolation.ts'
import { skeletonBox } from './skeleton-box.ts'

/**
 * Draws on a canvas that is no larger than what is drawn, and moved to where that is. `paint` draws in CSS pixels of the container;
 * without anybody, or without a picture, the canvas is hidden.
 */
export function drawMoved(
  { canvas, context, container }: MovedCanvas,
  shown: readonly Pick<ShownHand, 'landmarks'>[],
  picture: Size | undefined,
  paint: (fit: CoverFit) => void,
): void {
  const containerSize = { widthPx: container.clientWidth, heightPx: container.clientHeight }
  const fit = picture && coverFit(picture, containerSize)
  const box = fit && skeletonBox(shown, fit, containerSize)
  canvas.hidden = !box
  if (!box) return
  fitToBox(canvas, box)
  canvas.style.inlineSize = `${box.widthPx}px`
  canvas.style.blockSize = `${box.heightPx}px`
  canvas.style.transform = `translate(${box.leftPx}px, ${box.topPx}px)`
  context.clearRect(0, 0, box.widthPx, box.heightPx)
  context.translate(-box.leftPx, -box.topPx)
  paint(fit)
}

export interface MovedCanvas {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
  /** The element that the picture covers. */
  readonly container: HTMLElement
}
