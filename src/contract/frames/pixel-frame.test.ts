import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  parsePixelFrame,
  PIXEL_HEADER_BYTES,
  planeBytes,
  tightI420,
  tightRgba,
  writePixelHeader,
  type PixelHeader,
} from './pixel-frame.ts'

function message(header: PixelHeader): Uint8Array<ArrayBuffer> {
  const bytes = planeBytes(header).reduce((sum, plane) => sum + plane, PIXEL_HEADER_BYTES)
  const buffer = new ArrayBuffer(bytes)
  writePixelHeader(buffer, header)
  const view = new Uint8Array(buffer)
  for (let at = PIXEL_HEADER_BYTES; at < bytes; at++) view[at] = at % 251
  return view
}

const header: PixelHeader = {
  ...tightI420(7, 5),
  sequence: 42,
  atMs: 1234.5,
  purpose: 'follow',
  view: { leftPx: 2, topPx: 4, pictureWidthPx: 640, pictureHeightPx: 480 },
}

test('a picture comes through as it was written, whole or a part, odd or even, padded or not', () => {
  const sides = fc.integer({ min: 1, max: 40 })
  fc.assert(
    fc.property(sides, sides, sides, sides, fc.boolean(), (width, height, left, pad, isRgba) => {
      const tight = isRgba ? tightRgba(width, height) : tightI420(width, height)
      const shape = { ...tight, strideBytes: tight.strideBytes + pad }
      const view = { leftPx: left, topPx: 1, pictureWidthPx: 99, pictureHeightPx: 99 }
      const purpose = isRgba ? 'search' : 'follow'
      const written = { ...shape, sequence: 7, atMs: 33.3, purpose, view } as const
      const parsed = parsePixelFrame(message(written))
      if (parsed.kind !== 'frame') throw new Error(parsed.message)
      const { planes, ...rest } = parsed.frame
      expect(rest).toEqual(written)
      expect(planes.map((plane) => plane.length)).toEqual(planeBytes(shape))
      expect(planes[0]?.[0]).toBe(PIXEL_HEADER_BYTES % 251)
    }),
  )
})

const change = (offset: number, value: number) => {
  const bytes = message(header)
  new DataView(bytes.buffer).setUint32(offset, value, true)
  return bytes
}

test.each([
  ['nothing', new Uint8Array(), '0 bytes are too few for a header'],
  ['another mark', change(0, 1), 'no picture of this version'],
  ['another format', change(4, 2 | (9 << 16)), 'unknown format'],
  ['zero width', change(12, 0), 'a picture of 0 × 5 px; sides are 1 to 8192'],
  ['a monster', change(16, 20_000), 'a picture of 7 × 20000 px'],
  ['a short stride', change(20, 6), 'strides of 6 and 4 bytes are too short for 7 × 5 px'],
  ['a short chroma stride', change(24, 3), 'strides of 7 and 3 bytes are too short'],
  ['a cut end', message(header).subarray(0, -1), '114 bytes; 7 × 5 px take 115'],
  ['too much', Uint8Array.from([...message(header), 0]), '116 bytes; 7 × 5 px take 115'],
  ['no time', message({ ...header, atMs: Number.NaN }), 'a time of NaN ms'],
  ['a place outside', change(40, 639), '7 × 5 px at 639, 4 of a picture of 640 × 480 px'],
])('says what is wrong with %s, and with which picture', (what, bytes, fault) => {
  const parsed = parsePixelFrame(bytes)
  expect(parsed).toMatchObject({ kind: 'fault', sequence: what === 'nothing' ? 0 : 42 })
  expect(parsed.kind === 'fault' && parsed.message).toContain(fault)
})

test('never throws, whatever comes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(parsePixelFrame(noise).kind).toBe('fault')
      const plausible = message(header)
      plausible.set(noise.subarray(0, 40), 6)
      expect(['frame', 'fault']).toContain(parsePixelFrame(plausible).kind)
    }),
  )
})
