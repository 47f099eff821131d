import {
  parseFrame,
  parseHeader,
  type LandmarksHeader,
  type FrameLandmarks,
} from '../../../contract/frames/video-landmarks.ts'
import type { ShownBody } from '../../drawing/body-interpolation.ts'
import type { ShownHand } from '../../drawing/hand-interpolation.ts'

/** Somebody in one frame: 33 × [x, y, visibility] of the picture. */
export interface PackedBody {
  readonly id: number
  readonly points: Float32Array
}

/** What was found in a video, packed: an hour of it fits into memory. */
export interface VideoLandmarks {
  readonly video: LandmarksHeader['video']
  /** One for each frame that was looked at, rising. */
  readonly timesMs: readonly number[]
  readonly bodies: readonly (readonly PackedBody[])[]
  readonly hands: readonly (readonly ShownHand[])[]
  /** Numbers of the people, in the order in which they appear. */
  readonly people: readonly number[]
  /** Degrees for each frame by person and angle; NaN where they were not seen. */
  readonly angles: ReadonlyMap<number, ReadonlyMap<string, Float32Array>>
}

/** Reads figures as they arrive, line by line. Rejects for an address that is gone or a file that is none of ours. */
export async function readLandmarks(address: string): Promise<VideoLandmarks> {
  const answer = await fetch(address)
  if (!answer.ok || answer.body === null) throw new Error(`readLandmarks: ${answer.status}`)
  let header: LandmarksHeader | undefined
  const frames: FrameLandmarks['people'][] = []
  const timesMs: number[] = []
  const bodies: PackedBody[][] = []
  const hands: ShownHand[][] = []
  for await (const line of linesOf(answer.body)) {
    if (header === undefined) {
      header = parseHeader(line)
      continue
    }
    const frame = parseFrame(line)
    timesMs.push(frame.time_ms)
    bodies.push(frame.people.map(packedBody))
    hands.push((frame.hands ?? []).map(shownHand))
    frames.push(frame.people.map((person) => ({ ...person, landmarks: [], world: [] })))
  }
  if (header === undefined) throw new Error('readLandmarks: the file is empty')
  return { video: header.video, timesMs, bodies, hands, ...anglesOf(frames) }
}

const packedBody = ({
  id,
  landmarks,
  visibility,
}: FrameLandmarks['people'][number]): PackedBody => ({
  id,
  points: Float32Array.from(landmarks.flatMap(([x, y], joint) => [x, y, visibility[joint] ?? 0])),
})

/** As it is drawn. */
export function unpackedBody({ id, points }: PackedBody): ShownBody {
  const joints = Array.from({ length: points.length / 3 }, (_, joint) => 3 * joint)
  return {
    trackId: id,
    landmarks: joints.map((at) => ({ x: points[at] ?? 0, y: points[at + 1] ?? 0, z: 0 })),
    visibility: joints.map((at) => points[at + 2] ?? 0),
  }
}

const shownHand = ({
  handedness,
  landmarks,
}: NonNullable<FrameLandmarks['hands']>[number]): ShownHand => ({
  handedness,
  landmarks: landmarks.map(([x, y, z]) => ({ x, y, z })),
})

function anglesOf(
  frames: readonly FrameLandmarks['people'][],
): Pick<VideoLandmarks, 'people' | 'angles'> {
  const angles = new Map<number, Map<string, Float32Array>>()
  frames.forEach((people, frame) => {
    for (const person of people) {
      const own = angles.get(person.id) ?? new Map<string, Float32Array>()
      angles.set(person.id, own)
      for (const [name, degrees] of Object.entries(person.angles)) {
        const series = own.get(name) ?? new Float32Array(frames.length).fill(Number.NaN)
        own.set(name, series)
        series[frame] = degrees
      }
    }
  })
  return { people: [...angles.keys()], angles }
}

async function* linesOf(body: ReadableStream<BufferSource>): AsyncIterable<string> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line !== '') yield line
    if (done) return
  }
}
