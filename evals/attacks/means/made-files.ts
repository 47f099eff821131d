import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServiceVictim } from '../victims/service-victim.ts'

export const PRIVATE_VIDEO = 'private/secret.mp4'

/** Videos that may be read, one that may not, and things that look like videos. */
export function makeVideos({ dir, videos }: ServiceVictim): void {
  mkdirSync(join(dir, 'private'), { mode: 0o700 })
  film(join(dir, PRIVATE_VIDEO), 'red')
  film(join(videos, 'ok.mp4'), 'gray')
  symlinkSync(join(dir, PRIVATE_VIDEO), join(videos, 'link.mp4'))
  symlinkSync(join(dir, 'private'), join(videos, 'linked'))
  symlinkSync('/dev/zero', join(videos, 'zero.mp4'))
  symlinkSync('loop.mp4', join(videos, 'loop.mp4'))
  execFileSync('mkfifo', [join(videos, 'pipe.mp4')])
  mkdirSync(join(videos, 'folder.mp4'))
  writeFileSync(join(videos, 'empty.mp4'), '')
  writeFileSync(join(videos, 'text.mp4'), 'not a video')
  writeFileSync(join(videos, 'sparse.mp4'), '')
  truncateSync(join(videos, 'sparse.mp4'), 2 ** 31)
  // A name that a list of pictures would have.
  linkSync(join(videos, 'ok.mp4'), join(videos, 'x%03d.png.txt'))
}

/** Two seconds of one colour. */
function film(path: string, colour: string): void {
  const source = `color=c=${colour}:size=160x120:rate=10:duration=2`
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    source,
    '-pix_fmt',
    'yuv420p',
    '-y',
    path,
  ])
}
