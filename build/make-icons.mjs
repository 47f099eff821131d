/**
 * Draws the icons: `node build/make-icons.mjs`. They are committed, since installers and the tray need them as files; this
 * is where they come from. State is told by shape: a disc, a ring, two bars, a camera struck out, a triangle. macOS takes the
 * templates, which are black, and colours them as its menu bar is.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodePng } from './png.mjs'

const TEAL = [20, 184, 166]
const AMBER = [245, 158, 11]
const GREY = [138, 143, 152]
const INK = [17, 24, 28]
const SAMPLES = 4

/** Shapes on a canvas from -1 to 1: true inside. */
const disc =
  (radius, cx = 0, cy = 0) =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) <= radius
const ring = (outer, inner) => (x, y) => disc(outer)(x, y) && !disc(inner)(x, y)
const box = (left, top, right, bottom) => (x, y) =>
  x >= left && x <= right && y >= top && y <= bottom
const either =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y))
const triangle = (x, y) => y <= 0.75 && y >= -0.8 && Math.abs(x) <= ((y + 0.8) / 1.55) * 0.92
const without = (shape, hole) => (x, y) => shape(x, y) && !hole(x, y)
/** A camera's body and its lens hood; a band from corner to corner strikes it out. */
const camera = either(
  box(-0.9, -0.5, 0.35, 0.5),
  (x, y) => x >= 0.35 && x <= 0.9 && Math.abs(y) <= 0.1 + (x - 0.35) * 0.6,
)
const band = (half) => (x, y) =>
  Math.abs(x - y) <= half * 1.41 && Math.abs(x) <= 0.85 && Math.abs(y) <= 0.85
const roundedSquare = (x, y) => {
  const corner = 0.44
  const over = Math.max(Math.abs(x) - (0.94 - corner), 0)
  const below = Math.max(Math.abs(y) - (0.94 - corner), 0)
  return Math.hypot(over, below) <= corner
}

const TRAY = {
  engaged: [[disc(0.78), TEAL]],
  watching: [[ring(0.78, 0.5), TEAL]],
  paused: [[either(box(-0.6, -0.75, -0.18, 0.75), box(0.18, -0.75, 0.6, 0.75)), GREY]],
  'no-camera': [[either(without(camera, band(0.3)), band(0.12)), AMBER]],
  error: [[without(triangle, either(box(-0.1, -0.28, 0.1, 0.28), disc(0.12, 0, 0.5))), AMBER]],
}
/** A hand's five fingertips around a palm, as the tracker sees them. */
const TIPS = [
  [-0.6, 0.12],
  [-0.34, -0.42],
  [0, -0.58],
  [0.34, -0.46],
  [0.58, -0.14],
]
const APP = [
  [roundedSquare, INK],
  // The palm sits low, under its fingers.
  [(x, y) => ring(0.34, 0.22)(x, y - 0.32), TEAL],
  ...TIPS.map(([x, y]) => [disc(0.105, x, y + 0.1), TEAL]),
]

function draw(layers, size) {
  const pixels = new Uint8Array(size * size * 4)
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      pixels.set(pixelOf(layers, column, row, size), (row * size + column) * 4)
    }
  }
  return encodePng(pixels, size, size)
}

/** Averages SAMPLES × SAMPLES points, so that edges are smooth. */
function pixelOf(layers, column, row, size) {
  const sum = [0, 0, 0]
  let covered = 0
  for (let at = 0; at < SAMPLES * SAMPLES; at += 1) {
    const x = ((column + ((at % SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1
    const y = ((row + (Math.floor(at / SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1
    const colour = layers.findLast(([shape]) => shape(x, y))?.[1]
    if (colour === undefined) continue
    covered += 1
    colour.forEach((value, channel) => (sum[channel] += value))
  }
  const alpha = Math.round((255 * covered) / SAMPLES ** 2)
  return [...sum.map((value) => (covered === 0 ? 0 : Math.round(value / covered))), alpha]
}

const root = join(import.meta.dirname, '..')
const icons = join(root, 'resources', 'icons')
mkdirSync(icons, { recursive: true })
for (const [name, layers] of Object.entries(TRAY)) {
  writeFileSync(join(icons, `tray-${name}.png`), draw(layers, 16))
  writeFileSync(join(icons, `tray-${name}@2x.png`), draw(layers, 32))
  const template = layers.map(([shape]) => [shape, [0, 0, 0]])
  writeFileSync(join(icons, `tray-${name}Template.png`), draw(template, 16))
  writeFileSync(join(icons, `tray-${name}Template@2x.png`), draw(template, 32))
}
writeFileSync(join(icons, 'app.png'), draw(APP, 256))
// electron-builder makes the .ico and .icns from this one.
writeFileSync(join(root, 'build', 'icon.png'), draw(APP, 1024))
