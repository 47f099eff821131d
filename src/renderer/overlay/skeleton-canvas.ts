import { coverFit, type Size } from './cover-fit.ts'
import { drawSkeleton } from './draw-skeleton.ts'
import { fitToBox } from './fit-to-box.ts'
import type { HandGlide } from './hand-glide.ts'
import { skeletonBox } from './skeleton-box.ts'

/**
 * Draws hands over the camera's picture, at the screen's own rate. The canvas is moved to where the hands are inside
 * `stage`, the element that the picture covers. `picture` tells the picture's size, which may change.
 * Returns what stops it.
 */
export function startSkeleton(
  canvas: HTMLCanvasElement,
  stage: HTMLElement,
  glide: HandGlide,
  picture: () => Size | undefined,
): () => void {
  const context = canvas.getContext('2d')
  if (!context) return () => undefined
  const style = getComputedStyle(canvas)
  const colours = {
    bone: style.getPropertyValue('--skeleton'),
    rim: style.getPropertyValue('--skeleton-rim'),
  }
  let request = requestAnimationFrame(draw)
  function draw(nowMs: number): void {
    request = requestAnimationFrame(draw)
    const hands = glide.at(nowMs)
    const size = picture()
    const stageSize = { widthPx: stage.clientWidth, heightPx: stage.clientHeight }
    const fit = size && coverFit(size, stageSize)
    const box = fit && skeletonBox(hands, fit, stageSize)
    canvas.hidden = !box
    if (!box || !context) return
    fitToBox(canvas, box)
    canvas.style.inlineSize = `${box.widthPx}px`
    canvas.style.blockSize = `${box.heightPx}px`
    canvas.style.transform = `translate(${box.leftPx}px, ${box.topPx}px)`
    context.clearRect(0, 0, box.widthPx, box.heightPx)
    context.translate(-box.leftPx, -box.topPx)
    for (const hand of hands) drawSkeleton(context, hand, fit, colours)
  }
  return () => {
    cancelAnimationFrame(request)
  }
}
