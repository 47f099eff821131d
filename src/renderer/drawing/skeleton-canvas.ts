import type { Size } from './cover-fit.ts'
import { drawSkeleton } from './draw-skeleton.ts'
import type { DrawingRate } from './drawing-rate.ts'
import type { HandInterpolation } from './hand-interpolation.ts'
import { drawMoved } from './moved-canvas.ts'

interface SkeletonParts {
  readonly canvas: HTMLCanvasElement
  /** The element that the picture covers. */
  readonly container: HTMLElement
  readonly interpolation: HandInterpolation
  readonly rate: DrawingRate
  /** The picture's size, which may change; undefined while there is none. */
  readonly picture: () => Size | undefined
}

/** Draws hands over the camera's picture, on a canvas that is moved to where they are. Returns what stops it. */
export function startSkeleton({
  canvas,
  container: container,
  interpolation,
  rate,
  picture,
}: SkeletonParts): () => void {
  const context = canvas.getContext('2d')
  if (!context) return () => undefined
  const style = getComputedStyle(canvas)
  const colours = {
    bone: style.getPropertyValue('--skeleton'),
    rim: style.getPropertyValue('--skeleton-rim'),
  }
  return rate((nowMs) => {
    const hands = interpolation.at(nowMs)
    drawMoved({ canvas, context, container }, hands, picture(), (fit) => {
      for (const hand of hands) drawSkeleton(context, hand, fit, colours)
    })
  })
}
