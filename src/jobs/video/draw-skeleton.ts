import type { PlanarPixels } from '../../vision/hands/pixels.ts'

/** Brightness and colour of a line in video levels (BT.601). */
interface Ink {
  readonly y: number
  readonly u: number
  readonly v: number
}
/** Bodies are pink and hands teal, on screen and in films alike. */
export const BODY_INK: Ink = { y: 148, u: 140, v: 192 }
export const HAND_INK: Ink = { y: 165, u: 133, v: 58 }

/** Draws straight lines between landmarks (x, y 0..1 of the picture, `stride` numbers each) into the picture itself. */
export function drawBones(
  pixels: PlanarPixels,
  landmarks: Float32Array,
  bones: readonly (readonly [number, number])[],
  ink: Ink,
): void {
  const thickPx = Math.max(2, Math.round(pixels.heightPx / 180))
  for (const [from, to] of bones) {
    const [x0, y0] = [landmarks[3 * from] ?? 0, landmarks[3 * from + 1] ?? 0]
    const [x1, y1] = [landmarks[3 * to] ?? 0, landmarks[3 * to + 1] ?? 0]
    const dx = (x1 - x0) * pixels.widthPx
    const dy = (y1 - y0) * pixels.heightPx
    const steps = Math.min(4096, Math.ceil(Math.hypot(dx, dy)))
    for (let step = 0; step <= steps; step++) {
      const along = steps === 0 ? 0 : step / steps
      dot(pixels, x0 * pixels.widthPx + dx * along, y0 * pixels.heightPx + dy * along, thickPx, ink)
    }
  }
}

function dot(pixels: PlanarPixels, x: number, y: number, thickPx: number, ink: Ink): void {
  const { widthPx, heightPx, yStrideBytes, uvStrideBytes } = pixels
  const [left, top] = [Math.round(x - thickPx / 2), Math.round(y - thickPx / 2)]
  for (let row = Math.max(0, top); row < Math.min(heightPx, top + thickPx); row++) {
    for (let column = Math.max(0, left); column < Math.min(widthPx, left + thickPx); column++) {
      pixels.y[row * yStrideBytes + column] = ink.y
      const chroma = (row >> 1) * uvStrideBytes + (column >> 1)
      pixels.u[chroma] = ink.u
      pixels.v[chroma] = ink.v
    }
  }
}
