import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANNA, drawPeople } from '../../test/support/drawn-people.ts'

const SQUATS = join(import.meta.dirname, '../../../shared/data/videos/golden/pose_squats.mp4')

/** A 720p film at 30 frames a second of somebody who squats; where that is not there, of somebody drawn. */
export async function film720p(folder: string, name: string, seconds: number): Promise<string> {
  const path = join(folder, name)
  const source = await sourceIn(folder)
  const scale = 'scale=-2:720,pad=1280:720:(ow-iw)/2:0,fps=30'
  const coding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-an']
  const length = ['-t', String(seconds)]
  execFileSync('ffmpeg', ['-v', 'error', ...source, ...length, '-vf', scale, ...coding, '-y', path])
  return path
}

/** Frames of it as JPEGs. */
export function jpegsOf(path: string, count: number): readonly Buffer[] {
  const all = execFileSync(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-frames:v', String(count), '-q:v', '4', '-f', 'mjpeg', '-'],
    { maxBuffer: 2 ** 30 },
  )
  const starts: number[] = []
  for (let at = all.indexOf(START); at >= 0; at = all.indexOf(START, at + 3)) starts.push(at)
  return starts.map((start, index) => all.subarray(start, starts[index + 1]))
}

/** A JPEG's first three bytes. */
const START = Buffer.from([0xff, 0xd8, 0xff])

async function sourceIn(folder: string): Promise<readonly string[]> {
  if (existsSync(SQUATS)) return ['-stream_loop', '-1', '-i', SQUATS]
  const still = join(folder, 'drawn.jpg')
  writeFileSync(still, await drawPeople({ ...ANNA, x: 320 }))
  return ['-loop', '1', '-i', still]
}
