import type { Size } from './cover-fit.ts'

/** Gives a canvas as many pixels as its box has on this screen, and drawing in CSS pixels. */
export function fitToBox(canvas: HTMLCanvasElement, { widthPx, heightPx }: Size): void {
  const density = devicePixelRatio
  const [width, height] = [Math.round(widthPx * density), Math.round(heightPx * density)]
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  canvas.getContext('2d')?.setTransform(density, 0, 0, density, 0, 0)
}
