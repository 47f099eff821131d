import { describe, expect, test } from 'vitest'
import type {
  LandmarksHeader,
  FrameLandmarks,
  HandLandmarks,
  PersonLandmarks,
} from '../../contract/frames/video-landmarks.ts'
import { WRITERS, type ExportFormat } from './writers.ts'

const HEADER: LandmarksHeader = {
  format: 'beckon-pose',
  version: 1,
  video: { width_px: 640, height_px: 480, frames_per_s: 10, duration_ms: 300 },
  model: 'full',
  every_nth: 1,
}
const person = (id: number, kneeDeg: number): PersonLandmarks => ({
  id,
  landmarks: Array.from({ length: 33 }, (_, joint) => [joint / 100, 0.5, -0.1]),
  world: Array.from({ length: 33 }, () => [0.1, 0.2, 0.3]),
  visibility: Array.from({ length: 33 }, () => 0.9),
  angles: { 'left.knee': kneeDeg, neck: 3 },
  confidence: { 'left.knee': 0.8 },
})
const HAND: HandLandmarks = {
  handedness: 'left',
  score: 0.97,
  landmarks: Array.from({ length: 21 }, () => [0.4, 0.5, 0]),
  world: Array.from({ length: 21 }, () => [0.01, 0.02, 0.03]),
}
const FRAMES: readonly FrameLandmarks[] = [
  { frame: 0, time_ms: 0, people: [] },
  { frame: 1, time_ms: 100, people: [person(1, 170)] },
  { frame: 2, time_ms: 200, people: [person(2, 20), person(1, 90)], hands: [HAND] },
]

async function write(format: ExportFormat): Promise<string> {
  async function* frames(): AsyncIterable<FrameLandmarks> {
    yield* FRAMES
  }
  let text = ''
  for await (const part of WRITERS[format].write(HEADER, frames)) text += part
  return text
}
const lines = (text: string): string[] => text.trimEnd().split('\n')

describe('figures of a video', () => {
  test('as one JSON are all there', async () => {
    expect(JSON.parse(await write('json'))).toEqual({ ...HEADER, frames: FRAMES })
  })

  test('as JSON lines have a line for each frame', async () => {
    const [first, ...rest] = lines(await write('jsonl')).map((line) => JSON.parse(line))
    expect(first).toEqual(HEADER)
    expect(rest).toEqual(FRAMES)
  })

  test('as CSV have a row for each landmark, each angle, and each landmark of a hand', async () => {
    const rows = (await write('csv')).trimEnd().split('\r\n')
    expect(rows.length).toBe(1 + 3 * (33 + 2) + 21)
    expect(rows[1]).toBe('1,100,1,nose,0,0.5,-0.1,0.9,0.1,0.2,0.3,,')
    expect(rows[33]).toMatch(/^1,100,1,right_foot_index,0\.32,/)
    expect(rows.slice(34, 36)).toEqual([
      '1,100,1,left.knee,,,,,,,,170,0.8',
      '1,100,1,neck,,,,,,,,3,',
    ])
    expect(rows.at(-21)).toBe('2,200,,left_hand_wrist,0.4,0.5,0,,0.01,0.02,0.03,,0.97')
    expect(rows.at(-1)).toMatch(/^2,200,,left_hand_pinky_tip,/)
    const columns = rows.map((row) => row.split(',').length)
    expect(new Set(columns)).toEqual(new Set([13]))
  })

  test('as TRC follow one person, y up', async () => {
    const rows = lines(await write('trc'))
    expect(rows[2]?.split('\t').slice(0, 5)).toEqual(['10.000', '10.000', '2', '33', 'm'])
    expect(rows[6]?.split('\t').slice(0, 5)).toEqual([
      '1',
      '0.10000',
      '0.1000',
      '-0.2000',
      '-0.3000',
    ])
    expect(rows.length).toBe(8)
    // Every row has its number, its time and three numbers for each marker.
    expect(rows[7]?.split('\t').length).toBe(2 + 3 * 33)
  })

  test('as MOT are angles over time', async () => {
    const rows = lines(await write('mot'))
    expect(rows.slice(2)).toEqual([
      'nRows=2',
      'nColumns=3',
      'inDegrees=yes',
      'endheader',
      'time\tleft_knee\tneck',
      '0.10000\t170.00\t3.00',
      '0.20000\t90.00\t3.00',
    ])
  })
})
