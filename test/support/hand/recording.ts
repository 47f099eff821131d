import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Vector3 } from '../../../src/core/geometry/vector.ts'
import type { HandFrame, TrackedHand } from '../../../src/core/hand/hand-frame.ts'

/*
 * A recording is landmarks only, no pictures: one JSON line per frame,
 * {"t": ms, "a": aspect ratio, "h": [[side, score, 63 image coordinates × 10^4, 63 world coordinates in 0.1 mm], ...]},
 * coordinates joint-major (x0 y0 z0 x1 ...), mirrored as the app mirrors them. Made by evals/record-landmarks.ts.
 */
const FOLDER = join(import.meta.dirname, '../../recordings')
const SCALE = 10_000

type PackedHand = [
  side: TrackedHand['handedness'],
  score: number,
  landmarks: number[],
  world: number[],
]
interface PackedFrame {
  readonly t: number
  readonly a: number
  readonly h: readonly PackedHand[]
}

export function readRecording(name: string): HandFrame[] {
  const lines = readFileSync(join(FOLDER, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line, sequence) => {
    const { t, a, h }: PackedFrame = JSON.parse(line)
    return { sequence, atMs: t, capturedAtMs: t + 1, aspectRatio: a, hands: h.map(unpackHand) }
  })
}

export function writeRecording(name: string, frames: readonly HandFrame[]): void {
  const lines = frames.map(({ atMs, aspectRatio, hands }) =>
    JSON.stringify({
      t: Math.round(atMs * 10) / 10,
      a: Math.round(aspectRatio * SCALE) / SCALE,
      h: hands.map(packHand),
    }),
  )
  writeFileSync(join(FOLDER, `${name}.jsonl`), `${lines.join('\n')}\n`)
}

const packHand = ({ handedness, score, landmarks, world }: TrackedHand): PackedHand => [
  handedness,
  Math.round(score * 100) / 100,
  pack(landmarks),
  pack(world),
]

const unpackHand = ([handedness, score, landmarks, world]: PackedHand): TrackedHand => ({
  handedness,
  score,
  landmarks: unpack(landmarks),
  world: unpack(world),
})

const pack = (points: readonly Vector3[]): number[] =>
  points.flatMap(({ x, y, z }) => [x, y, z].map((value) => Math.round(value * SCALE)))

function unpack(flat: readonly number[]): { x: number; y: number; z: number }[] {
  const points = []
  for (let at = 0; at < flat.length; at += 3) {
    const [x = 0, y = 0, z = 0] = flat.slice(at, at + 3).map((value) => value / SCALE)
    points.push({ x, y, z })
  }
  return points
}
