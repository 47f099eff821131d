import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BenchCommand } from './commands.ts'

const DATA = join(import.meta.dirname, '../../../shared/data/videos')

/** What the trackers are given: real hands where the folder of videos is there, the demo hand where it is not. */
export interface Clip {
  readonly name: string
  /** The order that loads it. `offer` makes ffmpeg's output readable for the page. */
  command(offer: (ffmpegArgs: readonly string[]) => string): BenchCommand
  /** For decoding it elsewhere; undefined for the demo hand. */
  readonly source:
    | {
        readonly ffmpegArgs: readonly string[]
        readonly widthPx: number
        readonly heightPx: number
      }
    | undefined
}

interface Video {
  readonly file: string
  readonly filter: string
  readonly widthPx: number
  readonly heightPx: number
}

const ASL = 'golden/asl_hand.25fps.mp4'
const PALM = 'gesture/mp_open_palm.mp4'
const HEAD = 'negative/head-pose-face-detection-male.gif'

function video(name: string, { file, filter, widthPx, heightPx }: Video): Clip {
  const scale = `${filter}scale=${widthPx}:${heightPx}`
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-']
  const ffmpegArgs = ['-v', 'error', '-i', join(DATA, file), '-an', '-vf', scale, ...raw]
  return {
    name,
    source: { ffmpegArgs, widthPx, heightPx },
    command: (offer) => ({ kind: 'load', source: { url: offer(ffmpegArgs), widthPx, heightPx } }),
  }
}
const demo = (name: string, hands: 0 | 1 | 2): Clip => ({
  name,
  source: undefined,
  command: () => ({ kind: 'load-demo', hands }),
})

const hasVideos = existsSync(join(DATA, ASL))

export const oneHandClips: readonly Clip[] = hasVideos
  ? [
      video('asl_hand', { file: ASL, filter: '', widthPx: 368, heightPx: 640 }),
      video('mp_open_palm', { file: PALM, filter: '', widthPx: 640, heightPx: 360 }),
    ]
  : [demo('demo hand', 1)]

/** The signing hand and its mirror image side by side. */
export const twoHandClip: Clip = hasVideos
  ? video('asl_hand, twice', {
      file: ASL,
      filter: 'crop=620:800:0:200,split[a][b];[b]hflip[c];[a][c]hstack,',
      widthPx: 640,
      heightPx: 412,
    })
  : demo('demo hand, twice', 2)

export const noHandClip: Clip = hasVideos
  ? video('a moving head', { file: HEAD, filter: '', widthPx: 640, heightPx: 360 })
  : demo('an empty room', 0)
