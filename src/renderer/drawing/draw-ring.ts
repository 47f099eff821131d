import { fitToBox } from './fit-to-box.ts'

/**
 * A ring that fills clockwise from the top; `ratio` 0..1. Colours come from the canvas's own style: `fill` for the
 * rail and `stroke` for what is filled. (A custom property would come as it is written, unresolved.)
 */
export function drawRing(canvas: HTMLCanvasElement, ratio: number): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { clientWidth: widthPx, clientHeight: heightPx } = canvas
  fitToBox(canvas, { widthPx, heightPx })
  const style = getComputedStyle(canvas)
  const widthOfLinePx = Math.max(3, widthPx / 12)
  const radiusPx = widthPx / 2 - widthOfLinePx
  const drawArc = (endRad: number, colour: string): void => {
    context.beginPath()
    context.arc(widthPx / 2, heightPx / 2, radiusPx, -Math.PI / 2, endRad)
    context.strokeStyle = colour
    context.stroke()
  }
  context.clearRect(0, 0, widthPx, heightPx)
  context.lineWidth = widthOfLinePx
  context.lineCap = 'round'
  drawArc(1.5 * Math.PI, style.fill)
  if (ratio > 0) drawArc((2 * Math.min(1, ratio) - 0.5) * Math.PI, style.stroke)
}
