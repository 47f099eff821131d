import { BODY_LANDMARK_COUNT } from '../../core/body/body.ts'

/**
 * What the body tracker's process found in one picture, as bytes: a header of 16 bytes, then 1,060 for each body. Little-endian.
 *
 *   0 u32 mark   4 u16 version   6 u16 bodies   8 u32 sequence   12 f32 time taken, ms
 *   each body, 265 × f32: track number, 99 landmark coordinates, 99 metres, both joint-major, 33 visible, 33 in the picture
 */
const MARK = 0x42434542
const VERSION = 1
const HEADER_BYTES = 16
const COORDINATES = BODY_LANDMARK_COUNT * 3
const FLOATS_PER_BODY = 1 + 2 * COORDINATES + 2 * BODY_LANDMARK_COUNT
/** What a f32 can count to. */
const MOST_TRACKS = 2 ** 24

/** A body in a picture that is neither mirrored nor turned. */
export interface AnsweredBody {
  /** Stays with a person; below 16,777,216. */
  readonly trackId: number
  /** 33 × 3, joint-major: x and y 0..1 of the picture, z in picture widths. */
  readonly landmarks: Float32Array
  /** 33 × 3, metres. */
  readonly world: Float32Array
  /** 33 × 0..1 */
  readonly visibility: Float32Array
  /** 33 × 0..1 */
  readonly inPicture: Float32Array
}

export interface BodyAnswer {
  readonly sequence: number
  readonly detectMs: number
  readonly bodies: readonly AnsweredBody[]
}

export function writeBodyAnswer({ sequence, detectMs, bodies }: BodyAnswer): ArrayBuffer {
  const message = new ArrayBuffer(HEADER_BYTES + bodies.length * FLOATS_PER_BODY * 4)
  const view = new DataView(message)
  view.setUint32(0, MARK, true)
  view.setUint16(4, VERSION, true)
  view.setUint16(6, bodies.length, true)
  view.setUint32(8, sequence, true)
  view.setFloat32(12, detectMs, true)
  for (const [index, body] of bodies.entries()) {
    const values = new Float32Array(message, bodyOffset(index), FLOATS_PER_BODY)
    values[0] = body.trackId % MOST_TRACKS
    values.set(body.landmarks, 1)
    values.set(body.world, 1 + COORDINATES)
    values.set(body.visibility, 1 + 2 * COORDINATES)
    values.set(body.inPicture, 1 + 2 * COORDINATES + BODY_LANDMARK_COUNT)
  }
  return message
}

/** Undefined for what is no answer. The bodies' arrays are views into the message. */
export function parseBodyAnswer(message: ArrayBuffer): BodyAnswer | undefined {
  if (message.byteLength < HEADER_BYTES) return undefined
  const view = new DataView(message)
  if (view.getUint32(0, true) !== MARK || view.getUint16(4, true) !== VERSION) return undefined
  const count = view.getUint16(6, true)
  if (message.byteLength !== HEADER_BYTES + count * FLOATS_PER_BODY * 4) return undefined
  const bodies = Array.from({ length: count }, (_, index) => {
    const values = new Float32Array(message, bodyOffset(index), FLOATS_PER_BODY)
    const shares = values.subarray(1 + 2 * COORDINATES)
    return {
      trackId: values[0] ?? 0,
      landmarks: values.subarray(1, 1 + COORDINATES),
      world: values.subarray(1 + COORDINATES, 1 + 2 * COORDINATES),
      visibility: shares.subarray(0, BODY_LANDMARK_COUNT),
      inPicture: shares.subarray(BODY_LANDMARK_COUNT),
    }
  })
  return { sequence: view.getUint32(8, true), detectMs: view.getFloat32(12, true), bodies }
}

const bodyOffset = (index: number): number => HEADER_BYTES + index * FLOATS_PER_BODY * 4
