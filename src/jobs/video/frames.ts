import { hearErrors } from '../../node/hear-errors.ts'
import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { exitCodeOf } from '../../node/exit-code.ts'
import { say } from '../../contract/words/say.ts'
import { verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import type { PlanarPixels } from '../../vision/hands/pixels.ts'
import { readLines } from '../worker/read-lines.ts'
import { inputArgs, limitedTool, threadArgs } from './media-tool.ts'

export interface VideoFrame {
  /** Which of the video's own frames, from 0. */
  readonly index: number
  /** From the video's beginning, as its container says: frames need not be evenly spaced. */
  readonly atMs: number
  /** Valid until the next frame is asked for. */
  readonly pixels: PlanarPixels
}

export interface FramesOptions {
  readonly path: string
  /** What the frames are scaled to; even numbers. */
  readonly widthPx: number
  readonly heightPx: number
  readonly everyNth: number
}

export interface VideoFrames extends AsyncIterable<VideoFrame> {
  /** After the last frame: what ffmpeg complained of, when the rest of the file could not be read. */
  complaint(): Sentence | undefined
}

/**
 * Decodes a video frame by frame: one frame is in memory, and ffmpeg waits while nobody asks for the next. Rotation,
 * 10-bit and odd colour formats are ffmpeg's business; variable frame rates stay as they are.
 */
export function openFrames({ path, widthPx, heightPx, everyNth }: FramesOptions): VideoFrames {
  const select = everyNth === 1 ? '' : `select='not(mod(n\\,${everyNth}))',`
  const filter = `${select}scale=${widthPx}:${heightPx},showinfo=checksum=0`
  const { program, args } = limitedTool('ffmpeg', [
    ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'level+info', ...threadArgs()],
    ...[...inputArgs(path), '-map', '0:v:0', '-an', '-sn', '-dn'],
    ...['-vf', filter, '-fps_mode', 'passthrough', '-pix_fmt', 'yuv420p', '-f', 'rawvideo', '-'],
  ])
  const child = hearErrors(spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] }))
  const ended = exitCodeOf(child)
  const said = followTimes(child.stderr)
  const read = createFrameReader(child.stdout, widthPx, heightPx)
  let complaint: Sentence | undefined
  return {
    complaint: () => complaint,
    async *[Symbol.asyncIterator]() {
      try {
        for (let taken = 0; ; taken++) {
          const pixels = await read()
          if (pixels === undefined) break
          yield { index: taken * everyNth, atMs: await said.timeOf(taken), pixels }
        }
        const code = await ended
        const error = said.lastError()
        if (error !== undefined) complaint = verbatim(error)
        else if (code !== 0) complaint = say('ffmpeg ended early')
      } finally {
        child.kill('SIGKILL')
      }
    },
  }
}

/** ffmpeg also tells what the file says of itself, at any length. */
const MOST_LINE_CHARS = 4096

/** The times that the showinfo filter tells of each frame, and the last error that ffmpeg spoke of. */
function followTimes(stderr: Readable): {
  timeOf(frame: number): Promise<number>
  lastError(): string | undefined
} {
  const times = new Map<number, number>()
  const wanted = new Map<number, (atMs: number) => void>()
  let error: string | undefined
  let isOver = false
  readLines(stderr, MOST_LINE_CHARS, (line) => {
    const shown = / n: *(\d+) .*pts_time:(\S+)/.exec(line)
    if (shown?.[1] !== undefined) {
      const [frame, atMs] = [Number(shown[1]), Number(shown[2]) * 1000]
      const want = wanted.get(frame)
      wanted.delete(frame)
      if (want) want(atMs)
      else times.set(frame, atMs)
    } else if (/\[(error|fatal)\]/.test(line)) {
      error = line.replace(/^.*\[(?:error|fatal)\] */, '').slice(0, 200)
    }
  })
  stderr.once('close', () => {
    isOver = true
    for (const want of wanted.values()) want(Number.NaN)
  })
  return {
    timeOf: (frame) => {
      const known = times.get(frame)
      times.delete(frame)
      if (known !== undefined || isOver) return Promise.resolve(known ?? Number.NaN)
      return new Promise((resolve) => wanted.set(frame, resolve))
    },
    lastError: () => error,
  }
}

/** Cuts the stream of bytes into frames, in one buffer that is used again. */
function createFrameReader(
  stdout: Readable,
  widthPx: number,
  heightPx: number,
): () => Promise<PlanarPixels | undefined> {
  const uvStrideBytes = Math.ceil(widthPx / 2)
  const uvBytes = uvStrideBytes * Math.ceil(heightPx / 2)
  const yBytes = widthPx * heightPx
  const frame = new Uint8Array(yBytes + 2 * uvBytes)
  const planes = {
    y: frame.subarray(0, yBytes),
    u: frame.subarray(yBytes, yBytes + uvBytes),
    v: frame.subarray(yBytes + uvBytes),
  }
  const chunks: AsyncIterator<Buffer> = stdout[Symbol.asyncIterator]()
  let rest: Uint8Array = new Uint8Array()
  return async () => {
    let filled = 0
    while (filled < frame.length) {
      if (rest.length === 0) {
        const next = await chunks.next()
        // A frame that is cut off is no frame.
        if (next.done === true) return undefined
        rest = next.value
      }
      const taken = rest.subarray(0, frame.length - filled)
      frame.set(taken, filled)
      filled += taken.length
      rest = rest.subarray(taken.length)
    }
    return { format: 'i420', widthPx, heightPx, yStrideBytes: widthPx, uvStrideBytes, ...planes }
  }
}
