import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { LETTER_POINTS } from '../../src/core/classifier/letters/letter-points.ts'
import { LETTERS } from '../../src/core/classifier/letters/letters.ts'
import { pointsFromFlat } from '../../src/core/geometry/flat-points.ts'
import { pictureToUser } from '../../src/core/geometry/mirror.ts'
import { DATA } from './sources.ts'

/** Landmarks that others recorded, as a camera of 30 frames a second and 4:3 would have shown them. */
export interface Recorded {
  readonly source: string
  readonly label: string
  /** 42 × 3 each; all zeros without a hand. */
  readonly frames: readonly Float32Array[]
}

const ASPECT = 4 / 3
const HAND_VALUES = LETTER_POINTS / 2

/** Stills of two people, whose pictures were mirrored as ours are. */
export function bisonStills(): readonly Recorded[] {
  return [1, 2].flatMap((person) => {
    const rows = readFileSync(join(DATA, `landmarks/bison_person${person}.csv`), 'utf8').split('\n')
    return rows.slice(1).flatMap((row) => {
      const [label = '', ...values] = row.trim().split(',')
      if (!isLetter(label)) return []
      const frames = [asRightHand(values.slice(0, HAND_VALUES).map(Number), false)]
      return [{ source: 'bison', label, frames }]
    })
  })
}

/** Sequences of one signer, unmirrored. Frame 0 is often carried over from the sequence before. */
export function mslSequences(): readonly Recorded[] {
  const files = unzipSync(readFileSync(join(DATA, 'landmarks/msl_sequences.npz')))
  const points = parseFloats(files['X.npy'])
  const labels = parseWords(files['y.npy'])
  const perSequence = points.length / labels.length
  return labels.flatMap((label, at) => {
    if (!isLetter(label)) return []
    const all = points.subarray(at * perSequence, (at + 1) * perSequence)
    const frames = Array.from({ length: perSequence / HAND_VALUES - 1 }, (_, frame) =>
      asRightHand([...all.subarray((frame + 1) * HAND_VALUES, (frame + 2) * HAND_VALUES)], true),
    )
    const seen = frames.filter((frame) => frame.some((value) => value !== 0)).length
    return seen < 10 ? [] : [{ source: 'msl', label, frames }]
  })
}

const isLetter = (label: string): boolean => LETTERS.some((letter) => letter === label)

function asRightHand(values: readonly number[], isUnmirrored: boolean): Float32Array {
  const points = new Float32Array(LETTER_POINTS)
  if (values.every((value) => value === 0)) return points
  pointsFromFlat(values).forEach((point, joint) => {
    const { x, y, z } = isUnmirrored ? pictureToUser(point) : point
    points.set([x * ASPECT, y, z * ASPECT], HAND_VALUES + 3 * joint)
  })
  return points
}

/** A .npy file: a magic word, the length of a header in text, and the numbers. */
function bodyOf(file: Uint8Array | undefined): Buffer {
  if (file === undefined) throw new Error('msl_sequences.npz: expected X.npy and y.npy')
  const bytes = Buffer.from(file)
  return bytes.subarray(10 + bytes.readUInt16LE(8))
}

function parseFloats(file: Uint8Array | undefined): Float32Array {
  const body = bodyOf(file)
  return Float32Array.from({ length: body.length / 4 }, (_, at) => body.readFloatLE(4 * at))
}

/** Words of up to two characters, four bytes each. */
function parseWords(file: Uint8Array | undefined): readonly string[] {
  const body = bodyOf(file)
  return Array.from({ length: body.length / 8 }, (_, at) =>
    [body.readUInt32LE(8 * at), body.readUInt32LE(8 * at + 4)]
      .filter((code) => code > 0)
      .map((code) => String.fromCodePoint(code))
      .join(''),
  )
}
