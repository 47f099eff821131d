const WIDTH_PX = 640
const HEIGHT_PX = 480
const WALL = '#a5a6a4'
const SKIN = '#e2ac86'
const HAIR = '#3a2618'
const SHIRT = '#3558a8'
const TROUSERS = '#2d2f38'

/** A stroke or, without a width, a filled shape; x from the body's middle, px. */
interface Part {
  readonly path: string
  readonly colour: string
  readonly widthPx?: number
}

/** Beside the middle, drawn for both sides. */
const LIMBS: readonly Part[] = [
  { path: 'M22 250L26 340L26 425', colour: TROUSERS, widthPx: 34 },
  { path: 'M28 438l16 6', colour: '#222222', widthPx: 18 },
  { path: 'M48 145L82 205', colour: SHIRT, widthPx: 26 },
  { path: 'M82 205L92 262', colour: SKIN, widthPx: 18 },
  { path: 'M92 275l1 2', colour: SKIN, widthPx: 24 },
]
const TRUNK: readonly Part[] = [
  { path: 'M-56 132Q0 112 56 132L44 262L-44 262Z', colour: SHIRT },
  { path: 'M-12 98h24v30h-24Z', colour: '#c99070' },
  { path: 'M-27 78a27 34 0 1 0 54 0a27 34 0 1 0 -54 0', colour: SKIN },
  { path: 'M-28 72Q-26 38 0 40Q26 38 28 72Q14 54 0 55Q-14 54 -28 72', colour: HAIR },
  { path: 'M0 78l-3 9h6', colour: '#b9805c', widthPx: 2 },
  { path: 'M-8 96q8 5 16 0', colour: '#a0484a', widthPx: 3 },
]
const FACE: readonly Part[] = [
  { path: 'M6 76a4 2.6 0 1 0 8 0a4 2.6 0 1 0 -8 0', colour: '#ffffff' },
  { path: 'M8 76a2 2 0 1 0 4 0a2 2 0 1 0 -4 0', colour: '#222222' },
  { path: 'M5 69h10', colour: HAIR, widthPx: 2 },
]

/** Somebody drawn who stands before a wall: a picture that every tracker of bodies finds somebody in. */
export async function personPicture(): Promise<ImageBitmap> {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH_PX
  canvas.height = HEIGHT_PX
  const context = canvas.getContext('2d')
  if (!context) throw new Error('personPicture: there is no 2D canvas')
  context.fillStyle = WALL
  context.fillRect(0, 0, WIDTH_PX, HEIGHT_PX)
  context.lineCap = 'round'
  for (const { parts, sides } of [
    { parts: LIMBS, sides: [1, -1] },
    { parts: TRUNK, sides: [1] },
    { parts: FACE, sides: [1, -1] },
  ]) {
    for (const side of sides) {
      context.setTransform(side, 0, 0, 1, WIDTH_PX / 2, 0)
      for (const part of parts) draw(context, part)
    }
  }
  return createImageBitmap(canvas)
}

function draw(context: CanvasRenderingContext2D, { path, colour, widthPx }: Part): void {
  const shape = new Path2D(path)
  if (widthPx === undefined) {
    context.fillStyle = colour
    context.fill(shape)
    return
  }
  context.lineWidth = widthPx
  context.strokeStyle = colour
  context.stroke(shape)
}
