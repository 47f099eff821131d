import { coverFit, type CoverFit, type Size } from './cover-fit.ts'
import { fitToBox } from './fit-to-box.ts'
import type { ShownHand } from './hand-glide.ts'
import { skeletonBox } from './skeleton-box.ts'

/**
 * Draws on a canvas that is no larger than what is drawn, and moved to where that is. `paint` draws in CSS pixels of the stage;
 * without anybody, or without a picture, the canvas is hidden.
 */
export function drawMoved(
  { canvas, context, stage }: MovedCanvas,
  shown: readonly Pick<ShownHand, 'landmarks'>[],
  picture: Size | undefined,
  paint: (fit: CoverFit) => void,
): void {
  const stageSize = { widthPx: stage.clientWidth, heightPx: stage.clientHeight }
  const fit = picture && coverFit(picture, stageSize)
  const box = fit && skeletonBox(shown, fit, stageSize)
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
  readonly stage: HTMLElement
}
