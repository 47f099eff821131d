import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANNA, drawPeople } from './drawn-people.ts'

const FRAMES = 60
const FRAMES_PER_S = 15
/** How long the arms stay as they are. */
const HELD_FRAMES = 15

/** Four seconds of somebody drawn who goes to and fro, arms up and arms down. The path of the film. */
export async function drawnFilm(folder: string): Promise<string> {
  const stills = join(folder, 'stills')
  mkdirSync(stills)
  for (let frame = 0; frame < FRAMES; frame++) {
    const x = 320 + 60 * Math.sin((2 * Math.PI * frame) / FRAMES)
    const arms = Math.floor(frame / HELD_FRAMES) % 2 === 0 ? 'down' : 'up'
    const still = join(stills, `${String(frame).padStart(3, '0')}.jpg`)
    writeFileSync(still, await drawPeople({ ...ANNA, x, arms }))
  }
  const path = join(folder, 'arms up, arms down.mp4')
  const source = ['-framerate', String(FRAMES_PER_S), '-i', join(stills, '%03d.jpg')]
  execFileSync('ffmpeg', ['-v', 'error', ...source, '-pix_fmt', 'yuv420p', '-y', path])
  return path
}
