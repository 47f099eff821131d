import type { Pixels } from './pixels.ts'
import type { Region } from './region.ts'
import {
  interleavedSampler,
  planarSampler,
  type Planes,
  type Sampler,
  type Step,
} from './sampler.ts'

/** What lies outside the picture: its edge repeated, or black. */
export type Border = 'replicate' | 'zero'

/**
 * Samples a region of the picture into a model's input: `sidePx` × `sidePx`, three planes (R, G, B) of 0..1,
 * bilinear. Writes into `target` (3 · sidePx²) and allocates nothing that grows. Sample (u, v) is read at
 * (u / sidePx, v / sidePx) of the region: MediaPipe's ImageToTensorCalculator adds no half pixel, and doing so moves
 * landmarks by 1.5 % of a palm.
 */
export function warp(
  pixels: Pixels,
  region: Region,
  sidePx: number,
  border: Border,
  target: Float32Array,
): void {
  const plane = sidePx * sidePx
  const planes = {
    red: target.subarray(0, plane),
    green: target.subarray(plane, 2 * plane),
    blue: target.subarray(2 * plane, 3 * plane),
  }
  const walk = { ...sampleGridOf(region, sidePx), sidePx, isZero: border === 'zero' }
  if (pixels.format === 'i420') warpRows(planarSampler, pixels, planes, walk)
  else warpRows(interleavedSampler, pixels, planes, walk)
}

/** The way through the picture: where the first sample lies, how far it is to the next and to the row below, px. */
interface Walk {
  readonly start: Step
  readonly step: Step
  readonly down: Step
  readonly sidePx: number
  readonly isZero: boolean
}

function sampleGridOf(region: Region, sidePx: number): Pick<Walk, 'start' | 'step' | 'down'> {
  const { widthPx, heightPx, rotationRad } = region
  const cos = Math.cos(rotationRad)
  const sin = Math.sin(rotationRad)
  return {
    start: {
      x: region.centerXPx - (widthPx * cos - heightPx * sin) / 2,
      y: region.centerYPx - (widthPx * sin + heightPx * cos) / 2,
    },
    step: { x: (widthPx * cos) / sidePx, y: (widthPx * sin) / sidePx },
    down: { x: (-heightPx * sin) / sidePx, y: (heightPx * cos) / sidePx },
  }
}

/** The middle of a row mostly lies well inside the picture, where nothing has to be checked for each sample. */
function warpRows<Kind extends Pixels>(
  sampler: Sampler<Kind>,
  pixels: Kind,
  planes: Planes,
  walk: Walk,
): void {
  const { step, sidePx } = walk
  for (let row = 0; row < sidePx; row++) {
    const x = walk.start.x + row * walk.down.x
    const y = walk.start.y + row * walk.down.y
    const alongX = insideSpan(x, step.x, pixels.widthPx - 1, sidePx)
    const alongY = insideSpan(y, step.y, pixels.heightPx - 1, sidePx)
    const from = Math.min(Math.max(alongX.from, alongY.from), sidePx)
    const to = Math.max(from, Math.min(alongX.to, alongY.to))
    const out = row * sidePx
    edgeSamples(sampler, pixels, planes, walk, { x, y, from: 0, to: from, out })
    if (to > from) {
      const fromX = x + from * step.x
      const fromY = y + from * step.y
      sampler.inside(pixels, planes, fromX, fromY, step, to - from, out + from)
    }
    edgeSamples(sampler, pixels, planes, walk, { x, y, from: to, to: sidePx, out })
  }
}

interface RowPart extends Step {
  readonly from: number
  readonly to: number
  readonly out: number
}

function edgeSamples<Kind extends Pixels>(
  sampler: Sampler<Kind>,
  pixels: Kind,
  planes: Planes,
  { step, isZero }: Walk,
  part: RowPart,
): void {
  const maxX = pixels.widthPx - 1
  const maxY = pixels.heightPx - 1
  for (let column = part.from; column < part.to; column++) {
    const x = part.x + column * step.x
    const y = part.y + column * step.y
    const out = part.out + column
    if (isZero && (x < 0 || y < 0 || x > maxX || y > maxY)) {
      planes.red[out] = planes.green[out] = planes.blue[out] = 0
    } else {
      sampler.edge(pixels, planes, clamp(x, maxX), clamp(y, maxY), out)
    }
  }
}

/** A sample this close to the edge is checked: fixed-point steps in the middle may be off by as much. */
const MARGIN_PX = 0.01

/** Columns at which `start + column · step` and its right neighbour lie inside 0..limit. */
function insideSpan(
  start: number,
  step: number,
  limit: number,
  columns: number,
): { readonly from: number; readonly to: number } {
  const low = MARGIN_PX
  const high = limit - MARGIN_PX
  if (step === 0) return start >= low && start < high ? { from: 0, to: columns } : NOWHERE
  const enters = ((step > 0 ? low : high) - start) / step
  const leaves = ((step > 0 ? high : low) - start) / step
  return { from: Math.max(0, Math.ceil(enters)), to: Math.min(columns, Math.floor(leaves) + 1) }
}

const NOWHERE = { from: 0, to: 0 }

const clamp = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value)
