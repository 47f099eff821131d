import type { InterleavedPixels, Pixels, PlanarPixels } from './pixels.ts'

export interface Step {
  readonly x: number
  readonly y: number
}

/** A model's input: the colours 0..1, one after another. */
export interface Planes {
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
}

/**
 * Reads a picture at fractional positions, px; whole numbers are the pixels' own positions.
 * @note Plain functions of plain values, in one file with what they call: closures over the picture, and helpers
 * imported from another file, take two to three times as long.
 */
export interface Sampler<Kind extends Pixels> {
  /** `count` samples in a line; each, with its right and lower neighbours, must lie inside the picture. */
  readonly inside: (
    pixels: Kind,
    planes: Planes,
    x: number,
    y: number,
    step: Step,
    count: number,
    first: number,
  ) => void
  /** One sample anywhere in 0..width−1, 0..height−1. */
  readonly edge: (pixels: Kind, planes: Planes, x: number, y: number, out: number) => void
}

/** Positions in the inner loops are whole numbers with this many fractional bits: 8,192 px still fit into 31 bits. */
const POSITION_BITS = 16
const POSITION_ONE = 1 << POSITION_BITS
/** Of those, this many decide between neighbours (OpenCV, which MediaPipe samples with, uses 5). */
const WEIGHT_BITS = 8
const WEIGHT_SHIFT = POSITION_BITS - WEIGHT_BITS
const WEIGHT_MASK = (1 << WEIGHT_BITS) - 1

/** Bytes and two weights of 8 bits each → 0..1. */
const SCALE = 1 / (255 << (2 * WEIGHT_BITS))

/** ITU-R BT.601-7 for 8-bit video: luma 16..235, what each chroma step of 1 adds to a colour of 0..1. */
const BLACK_LUMA = 16 << (2 * WEIGHT_BITS)
const LUMA_SCALE = 1 / (219 << (2 * WEIGHT_BITS))
const V_TO_RED = chromaTable(1.596)
const U_TO_GREEN = chromaTable(-0.391)
const V_TO_GREEN = chromaTable(-0.813)
const U_TO_BLUE = chromaTable(2.018)

function chromaTable(weight: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => ((byte - 128) * weight) / 255)
}

/** Samples I420: luma bilinear, chroma by its nearest sample, since it has half the resolution and little detail. */
export const planarSampler: Sampler<PlanarPixels> = {
  inside: (pixels, planes, x, y, step, count, first) => {
    const { y: luma, u: chromaU, v: chromaV, yStrideBytes, uvStrideBytes } = pixels
    const { red, green, blue } = planes
    const stepX = Math.round(step.x * POSITION_ONE)
    const stepY = Math.round(step.y * POSITION_ONE)
    let atX = Math.round(x * POSITION_ONE)
    let atY = Math.round(y * POSITION_ONE)
    for (let out = first; out < first + count; out++) {
      const x0 = atX >> POSITION_BITS
      const y0 = atY >> POSITION_BITS
      const right = (atX >> WEIGHT_SHIFT) & WEIGHT_MASK
      const below = (atY >> WEIGHT_SHIFT) & WEIGHT_MASK
      const top = Math.imul(y0, yStrideBytes) + x0
      const bottom = top + yStrideBytes
      const grey = (bilinear(luma, top, bottom, 1, right, below) - BLACK_LUMA) * LUMA_SCALE
      const chroma = Math.imul(y0 >> 1, uvStrideBytes) + (x0 >> 1)
      const u = byteAt(chromaU, chroma)
      const v = byteAt(chromaV, chroma)
      red[out] = clampToUnit(grey + floatAt(V_TO_RED, v))
      green[out] = clampToUnit(grey + floatAt(U_TO_GREEN, u) + floatAt(V_TO_GREEN, v))
      blue[out] = clampToUnit(grey + floatAt(U_TO_BLUE, u))
      atX = (atX + stepX) | 0
      atY = (atY + stepY) | 0
    }
  },
  edge: (pixels, planes, x, y, out) => {
    const { y: luma, u: chromaU, v: chromaV, yStrideBytes, uvStrideBytes } = pixels
    const x0 = Math.floor(x)
    const y0 = Math.floor(y)
    const right = Math.round((x - x0) * (1 << WEIGHT_BITS))
    const below = Math.round((y - y0) * (1 << WEIGHT_BITS))
    const top = y0 * yStrideBytes + x0
    const bottom = y0 < pixels.heightPx - 1 ? top + yStrideBytes : top
    const next = x0 < pixels.widthPx - 1 ? 1 : 0
    const grey = (bilinear(luma, top, bottom, next, right, below) - BLACK_LUMA) * LUMA_SCALE
    const chroma = (y0 >> 1) * uvStrideBytes + (x0 >> 1)
    const u = byteAt(chromaU, chroma)
    const v = byteAt(chromaV, chroma)
    planes.red[out] = clampToUnit(grey + floatAt(V_TO_RED, v))
    planes.green[out] = clampToUnit(grey + floatAt(U_TO_GREEN, u) + floatAt(V_TO_GREEN, v))
    planes.blue[out] = clampToUnit(grey + floatAt(U_TO_BLUE, u))
  },
}

/** Samples RGB and RGBA bytes; alpha is not looked at. */
export const interleavedSampler: Sampler<InterleavedPixels> = {
  inside: (pixels, planes, x, y, step, count, first) => {
    const { data, strideBytes } = pixels
    const { red, green, blue } = planes
    const channels = pixels.format === 'rgb' ? 3 : 4
    const stepX = Math.round(step.x * POSITION_ONE)
    const stepY = Math.round(step.y * POSITION_ONE)
    let atX = Math.round(x * POSITION_ONE)
    let atY = Math.round(y * POSITION_ONE)
    for (let out = first; out < first + count; out++) {
      const right = (atX >> WEIGHT_SHIFT) & WEIGHT_MASK
      const below = (atY >> WEIGHT_SHIFT) & WEIGHT_MASK
      const top =
        Math.imul(atY >> POSITION_BITS, strideBytes) + Math.imul(atX >> POSITION_BITS, channels)
      const bottom = top + strideBytes
      red[out] = bilinear(data, top, bottom, channels, right, below) * SCALE
      green[out] = bilinear(data, top + 1, bottom + 1, channels, right, below) * SCALE
      blue[out] = bilinear(data, top + 2, bottom + 2, channels, right, below) * SCALE
      atX = (atX + stepX) | 0
      atY = (atY + stepY) | 0
    }
  },
  edge: (pixels, planes, x, y, out) => {
    const { data, strideBytes } = pixels
    const channels = pixels.format === 'rgb' ? 3 : 4
    const x0 = Math.floor(x)
    const y0 = Math.floor(y)
    const right = Math.round((x - x0) * (1 << WEIGHT_BITS))
    const below = Math.round((y - y0) * (1 << WEIGHT_BITS))
    const top = y0 * strideBytes + x0 * channels
    const bottom = y0 < pixels.heightPx - 1 ? top + strideBytes : top
    const next = x0 < pixels.widthPx - 1 ? channels : 0
    planes.red[out] = bilinear(data, top, bottom, next, right, below) * SCALE
    planes.green[out] = bilinear(data, top + 1, bottom + 1, next, right, below) * SCALE
    planes.blue[out] = bilinear(data, top + 2, bottom + 2, next, right, below) * SCALE
  },
}

/** Chroma at full scale leaves 0..1, which camera pictures do not. */
const clampToUnit = (value: number): number => (value < 0 ? 0 : value > 1 ? 1 : value)

/** One byte between four neighbours, bilinear, times 2^16; `right` and `below` are 0..256. */
function bilinear(
  data: Uint8Array,
  top: number,
  bottom: number,
  next: number,
  right: number,
  below: number,
): number {
  const upperLeft = byteAt(data, top)
  const lowerLeft = byteAt(data, bottom)
  const upper = (upperLeft << WEIGHT_BITS) + Math.imul(byteAt(data, top + next) - upperLeft, right)
  const lower =
    (lowerLeft << WEIGHT_BITS) + Math.imul(byteAt(data, bottom + next) - lowerLeft, right)
  return (upper << WEIGHT_BITS) + Math.imul(lower - upper, below)
}

/**
 * The index is inside by construction; the check satisfies the compiler and costs nothing once inlined.
 * @note One function per kind of array: shared by two kinds it takes three times as long.
 */
const byteAt = (data: Uint8Array, index: number): number => data[index] ?? 0
const floatAt = (data: Float32Array, index: number): number => data[index] ?? 0
