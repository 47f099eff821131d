import { coverFit, type Size } from './cover-fit.ts'
import { drawSkeleton } from './draw-skeleton.ts'
import type { HandGlide } from './hand-glide.ts'

/**
 * Draws hands over the camera's picture, sixty times a second, on a canvas that covers the same box.
 * `picture` tells the picture's size, which may change. Returns what stops it.
 */
export function startSkeleton(
  canvas: HTMLCanvasElement,
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
  let isBlank = true
  let request = requestAnimationFrame(draw)
  function draw(nowMs: number): void {
    request = requestAnimationFrame(draw)
    const hands = glide.at(nowMs)
    const size = picture()
    // An idle window costs nothing.
    if ((hands.length === 0 || !size) && isBlank) return
    const stage = fitToBox(canvas)
    context?.clearRect(0, 0, canvas.width, canvas.height)
    isBlank = true
    if (!context || !size || hands.length === 0) return
    const fit = coverFit(size, stage)
    for (const hand of hands) drawSkeleton(context, hand, fit, colours)
    isBlank = false
  }
  return () => {
    cancelAnimationFrame(request)
  }
}

/** Gives the canvas as many pixels as its box has on this screen, and drawing in CSS pixels. */
export function fitToBox(canvas: HTMLCanvasElement): Size {
  const { clientWidth: widthPx, clientHeight: heightPx } = canvas
  const density = devicePixelRatio
  const [width, height] = [Math.round(widthPx * density), Math.round(heightPx * density)]
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  canvas.getContext('2d')?.setTransform(density, 0, 0, density, 0, 0)
  return { widthPx, heightPx }
}
