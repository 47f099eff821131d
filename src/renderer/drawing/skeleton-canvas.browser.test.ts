import { afterEach, expect, test, vi } from 'vitest'
import { createHandInterpolation } from './hand-interpolation.ts'
import { atScreenRate } from './drawing-rate.ts'
import { startSkeleton } from './skeleton-canvas.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
  document.body.replaceChildren()
})

function stage() {
  const box = document.createElement('div')
  box.style.cssText = 'position: relative; inline-size: 640px; block-size: 480px'
  const canvas = document.createElement('canvas')
  canvas.style.cssText =
    'position: absolute; inset: 0 auto auto 0; --skeleton: rgb(0 255 0); --skeleton-rim: black'
  box.append(canvas)
  document.body.append(box)
  const interpolation = createHandInterpolation()
  const picture = { widthPx: 640, heightPx: 480 }
  closers.push(
    startSkeleton({
      canvas,
      container: box,
      interpolation,
      rate: atScreenRate,
      picture: () => picture,
    }),
  )
  return { box, canvas, interpolation }
}

/** The colour at a place of the stage, red, green and blue. */
function colourAt(box: HTMLElement, canvas: HTMLCanvasElement, x: number, y: number): number[] {
  const [stageBox, canvasBox] = [box.getBoundingClientRect(), canvas.getBoundingClientRect()]
  const density = canvas.width / canvasBox.width
  const { data } = canvas
    .getContext('2d')!
    .getImageData(
      (stageBox.left + x - canvasBox.left) * density,
      (stageBox.top + y - canvasBox.top) * density,
      1,
      1,
    )
  return [...data.slice(0, 3)]
}

test('draws the hand where it is in the picture, on a canvas no larger than needed', async () => {
  const { box, canvas, interpolation } = stage()
  // All joints on one spot but the index finger's tip.
  const landmarks = Array.from({ length: 21 }, (_, joint) =>
    joint === 8 ? { x: 0.75, y: 0.25, z: 0 } : { x: 0.5, y: 0.5, z: 0 },
  )
  interpolation.add([{ handedness: 'right', landmarks }], performance.now())
  const greenAt = (x: number, y: number): number => colourAt(box, canvas, x, y)[1]!
  await vi.waitFor(() => expect(greenAt(480, 120)).toBeGreaterThan(200))
  expect(greenAt(320, 240)).toBeGreaterThan(200)
  expect(greenAt(400, 180)).toBeGreaterThan(200)
  expect(greenAt(400, 140)).toBe(0)
  expect(canvas.getBoundingClientRect().width).toBeLessThan(300)
})

test('hides when the hand is gone', async () => {
  const { canvas, interpolation } = stage()
  const landmarks = Array.from({ length: 21 }, () => ({ x: 0.5, y: 0.5, z: 0 }))
  interpolation.add([{ handedness: 'right', landmarks }], performance.now())
  await vi.waitFor(() => expect(canvas.hidden).toBe(false))
  interpolation.add([], performance.now())
  await vi.waitFor(() => expect(canvas.hidden).toBe(true))
})
