import type { BodyInterpolation } from './body-interpolation.ts'
import { coverFit, type Size } from './cover-fit.ts'
import { drawBody } from './draw-body.ts'
import { drawSkeleton } from './draw-skeleton.ts'
import type { DrawingRate } from './drawing-rate.ts'
import { fitToBox } from './fit-to-box.ts'
import type { HandInterpolation } from './hand-interpolation.ts'
import { skeletonBox } from './skeleton-box.ts'

interface BodyCanvasParts {
  readonly canvas: HTMLCanvasElement
  /** The element that the picture covers. */
  readonly stage: HTMLElement
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
  const { canvas, stage, rate, picture, onDrawn } = parts
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
    const size = picture()
    const stageSize = { widthPx: stage.clientWidth, heightPx: stage.clientHeight }
    const fit = size && coverFit(size, stageSize)
    const box = fit && skeletonBox([...hands, ...bodies], fit, stageSize)
    onDrawn(bodies.length > 0 ? shown?.delayMs : undefined)
    canvas.hidden = !box
    if (!box) return
    fitToBox(canvas, box)
    canvas.style.inlineSize = `${box.widthPx}px`
    canvas.style.blockSize = `${box.heightPx}px`
    canvas.style.transform = `translate(${box.leftPx}px, ${box.topPx}px)`
    context.clearRect(0, 0, box.widthPx, box.heightPx)
    context.translate(-box.leftPx, -box.topPx)
    for (const body of bodies) drawBody(context, body, fit, pink)
    for (const hand of hands) drawSkeleton(context, hand, fit, teal)
  })
}
