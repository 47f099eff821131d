import { hearErrors } from '../../node/hear-errors.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { exitCodeOf } from '../../node/exit-code.ts'
import { rememberLastOutput } from '../../node/last-words.ts'
import { SaidError } from '../../contract/words/said-error.ts'
import { say } from '../../contract/words/say.ts'
import type { PlanarPixels } from '../../vision/hands/pixels.ts'
import { fileArg, limitedTool, threadArgs } from './media-tool.ts'

export interface Encoder {
  /** Shows it from `atMs` on. Settles when the next frame may come. */
  add(pixels: PlanarPixels, atMs: number): Promise<void>
  /** Rejects when the file could not be written. */
  finish(): Promise<void>
}

/** A clock that jumps by days is not to fill the disk. */
const LONGEST_STILL_S = 10

/**
 * Writes an MP4 that browsers play, at a constant rate: frames that come unevenly are shown when they were, by repeating
 * what was there before or by leaving out what another follows at once.
 */
export function openEncoder(
  path: string,
  size: { readonly widthPx: number; readonly heightPx: number },
  framesPerS: number,
): Encoder {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.widthPx}x${size.heightPx}`]
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p']
  const { program, args } = limitedTool('ffmpeg', [
    ...['-v', 'error', '-nostats', ...input, '-r', String(framesPerS), '-i', '-'],
    // The name may end in .part.
    ...[...coding, ...threadArgs(), '-movflags', '+faststart', '-f', 'mp4', '-y', fileArg(path)],
  ])
  const child = hearErrors(spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'] }))
  const complaint = rememberLastOutput(child.stderr, 300)
  const ended = exitCodeOf(child)
  const write = async (frame: Buffer): Promise<void> => {
    const isRoomLeft = child.stdin.write(frame)
    if (!isRoomLeft) await Promise.race([once(child.stdin, 'drain'), ended])
  }
  let written = 0
  /** Of jumps: frames that were due and are not in the film. */
  let left = 0
  let shown: Buffer | undefined
  return {
    add: async ({ y, u, v }, atMs) => {
      // The planes are used again for the next frame, so they are given away as copies.
      const frame = Buffer.concat([y, u, v])
      const due = Math.round((atMs * framesPerS) / 1000) - left
      const until = Math.min(due, written + Math.ceil(LONGEST_STILL_S * framesPerS))
      left += Math.max(0, due - until)
      for (; written < until; written++) await write(shown ?? frame)
      shown = frame
    },
    finish: async () => {
      if (shown !== undefined) await write(shown)
      child.stdin.end()
      if ((await ended) !== 0) {
        throw new SaidError(say('the video could not be written: {}', complaint()))
      }
    },
  }
}
