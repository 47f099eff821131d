import { z } from 'zod'

/**
 * What the tracker process found in one picture, as bytes: a header of 36 bytes, then 512 for each hand. Little-endian.
 *
 *   0 u32 mark   4 u16 version   6 u8 hands   7 u8 1: search wanted   8 u32 sequence   12 f32 time taken, ms   16 f32 rest, ms
 *  20 u32 left, top, width, height of the part wanted next; a width of 0 asks for the whole picture
 *   each hand, 128 × f32: presence, right score, 63 landmark coordinates, 63 metres; joint-major
 */
const MARK = 0x48434542
const VERSION = 2
const HEADER_BYTES = 36
const COORDINATES = 63
const FLOATS_PER_HAND = 2 + 2 * COORDINATES

export interface AnsweredHand {
  /** 0..1: that there is a hand. */
  readonly presence: number
  /** 0..1: that it is a right hand in an unmirrored picture. */
  readonly rightScore: number
  /** 21 × 3, joint-major: x and y 0..1 of the picture, z in picture widths. */
  readonly landmarks: Float32Array
  /** 21 × 3, metres. */
  readonly world: Float32Array
}

/** A rectangle of the picture, px. */
export interface PicturePart {
  readonly leftPx: number
  readonly topPx: number
  readonly widthPx: number
  readonly heightPx: number
}

export interface PixelAnswer {
  readonly sequence: number
  readonly detectMs: number
  /** For this long no picture would be looked at: sending one is wasted. */
  readonly restMs: number
  /** All of the next picture that would be looked at; undefined: the whole. */
  readonly part: PicturePart | undefined
  /** The whole of this picture is wanted, to be searched for further hands; nobody waits for that. */
  readonly isSearchWanted: boolean
  readonly hands: readonly AnsweredHand[]
}

export function writePixelAnswer(answer: PixelAnswer): ArrayBuffer {
  const { hands } = answer
  const message = new ArrayBuffer(HEADER_BYTES + hands.length * FLOATS_PER_HAND * 4)
  const view = new DataView(message)
  view.setUint32(0, MARK, true)
  view.setUint16(4, VERSION, true)
  view.setUint8(6, hands.length)
  view.setUint8(7, answer.isSearchWanted ? 1 : 0)
  view.setUint32(8, answer.sequence, true)
  view.setFloat32(12, answer.detectMs, true)
  view.setFloat32(16, answer.restMs, true)
  view.setUint32(20, answer.part?.leftPx ?? 0, true)
  view.setUint32(24, answer.part?.topPx ?? 0, true)
  view.setUint32(28, answer.part?.widthPx ?? 0, true)
  view.setUint32(32, answer.part?.heightPx ?? 0, true)
  hands.forEach((hand, index) => {
    const values = new Float32Array(message, handOffset(index), FLOATS_PER_HAND)
    values[0] = hand.presence
    values[1] = hand.rightScore
    values.set(hand.landmarks, 2)
    values.set(hand.world, 2 + COORDINATES)
  })
  return message
}

/** Undefined for what is no answer. The hands' arrays are views into the message. */
export function parsePixelAnswer(message: ArrayBuffer): PixelAnswer | undefined {
  if (message.byteLength < HEADER_BYTES) return undefined
  const view = new DataView(message)
  const count = view.getUint8(6)
  if (view.getUint32(0, true) !== MARK || view.getUint16(4, true) !== VERSION) return undefined
  if (message.byteLength !== HEADER_BYTES + count * FLOATS_PER_HAND * 4) return undefined
  const hands = Array.from({ length: count }, (_, index) => {
    const values = new Float32Array(message, handOffset(index), FLOATS_PER_HAND)
    return {
      presence: values[0] ?? 0,
      rightScore: values[1] ?? 0,
      landmarks: values.subarray(2, 2 + COORDINATES),
      world: values.subarray(2 + COORDINATES),
    }
  })
  return {
    sequence: view.getUint32(8, true),
    detectMs: view.getFloat32(12, true),
    restMs: view.getFloat32(16, true),
    part: parsePart(view),
    isSearchWanted: view.getUint8(7) === 1,
    hands,
  }
}

function parsePart(view: DataView): PicturePart | undefined {
  const widthPx = view.getUint32(28, true)
  if (widthPx === 0) return undefined
  const heightPx = view.getUint32(32, true)
  return { leftPx: view.getUint32(20, true), topPx: view.getUint32(24, true), widthPx, heightPx }
}

const handOffset = (index: number): number => HEADER_BYTES + index * FLOATS_PER_HAND * 4

/** What the tracker process says instead, as JSON text: one picture could not be read; the stream goes on. */
const pixelFaultSchema = z.strictObject({
  kind: z.literal('fault'),
  sequence: z.number().int().nonnegative(),
  message: z.string(),
})
export type PixelFault = z.infer<typeof pixelFaultSchema>

export const writePixelFault = (fault: PixelFault): string => JSON.stringify(fault)

export function parsePixelFault(text: string): PixelFault | undefined {
  try {
    return pixelFaultSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
