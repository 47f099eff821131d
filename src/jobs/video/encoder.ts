import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { PlanarPixels } from '../../vision/pixels.ts'

export interface Encoder {
  /** Settles when the next frame may come. */
  add(pixels: PlanarPixels): Promise<void>
  /** Rejects when the file could not be written. */
  finish(): Promise<void>
}

/** Writes an MP4 that browsers play. */
export function openEncoder(
  path: string,
  size: { readonly widthPx: number; readonly heightPx: number },
  framesPerS: number,
): Encoder {
  const input = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${size.widthPx}x${size.heightPx}`]
  const coding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-pix_fmt', 'yuv420p']
  const child = spawn(
    'ffmpeg',
    [
      ...['-v', 'error', '-nostats', ...input, '-r', String(framesPerS), '-i', '-'],
      // The name may end in .part.
      ...[...coding, '-movflags', '+faststart', '-f', 'mp4', '-y', path],
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  )
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-300)
  })
  // It is told of by the exit code.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(null)
    })
    child.once('close', resolve)
  })
  return {
    add: async ({ y, u, v }) => {
      // The planes are used again for the next frame, so they are given away as copies.
      const isRoomLeft = child.stdin.write(Buffer.concat([y, u, v]))
      if (!isRoomLeft) await Promise.race([once(child.stdin, 'drain'), ended])
    },
    finish: async () => {
      child.stdin.end()
      if ((await ended) !== 0) throw new Error(`the video could not be written: ${complaint}`)
    },
  }
}
