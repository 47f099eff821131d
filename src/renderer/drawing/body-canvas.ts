import type { BodyInterpolation } from './body-interpolation.ts'
import type { Size } from './cover-fit.ts'
import { drawBody } from './draw-body.ts'
import { drawSkeleton } from './draw-skeleton.ts'
import type { DrawingRate } from './drawing-rate.ts'
import type { HandInterpolation } from './hand-interpolation.ts'
import { drawMoved } from './moved-canvas.ts'

interface BodyCanvasParts {
  readonly canvas: HTMLCanvasElement
  /** The element that the picture covers. */
  readonly container: HTMLElement
  readonly bodies: BodyInterpolation
  readonly hands: HandInterpolation
  readonly rate: DrawingRate
  /** The picture's size, which may change; undefined while there is none. */
  readonly picture: () => Size | undefined
  /** Hears with each drawing how long ago it was so; undefined while there is nobody. */
  readonly onDrawn: (delayMs: number | undefined) => void
}

/** Draws bodies and hands over the camera's mirrored picture, on a canvas that is moved to where they are. Returns what stops it. */
export function startBodies(parts: BodyCanvasParts): () => void {
  const { canvas, container, rate, picture, onDrawn } = parts
  const context = canvas.getContext('2d')
  if (!context) return () => undefined
  const style = getComputedStyle(canvas)
  const rim = style.getPropertyValue('--skeleton-rim')
  const [pink, teal] = ['--body-skeleton', '--skeleton'].map((name) => ({
    bone: style.getPropertyValue(name),
    rim,
  }))
  if (!pink || !teal) return () => undefined
  return rate((nowMs) => {
    const shown = parts.bodies.at(nowMs)
    const bodies = shown?.bodies ?? []
    const hands = parts.hands.at(nowMs)
    onDrawn(bodies.length > 0 ? shown?.delayMs : undefined)
    drawMoved({ canvas, context, container }, [...hands, ...bodies], picture(), (fit) => {
      for (const body of bodies) drawBody(context, body, fit, pink)
      for (const hand of hands) drawSkeleton(context, hand, fit, teal)
    })
  })
}
