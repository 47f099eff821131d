import { z } from 'zod'
import { runTool, type ToolRun } from '../../node/run-tool.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'
import { parseJson } from '../../node/parse-json.ts'
import { inputArgs, limitedTool, MOST_PIXELS } from './media-tool.ts'

/** What ffprobe knows of a video before a frame of it is decoded. */
export interface VideoProbe {
  /** As shown: a telephone's rotation applied. */
  readonly widthPx: number
  readonly heightPx: number
  /** The average; single frames may lie closer or further apart. */
  readonly framesPerS: number
  readonly durationMs: number
  /** By the container or from duration and rate: an estimate for progress, not a promise. */
  readonly framesTotal: number
}

export type ProbeResult =
  | { readonly kind: 'video'; readonly video: VideoProbe }
  /** No video that ffmpeg can read. */
  | { readonly kind: 'unsupported'; readonly reason: Sentence }
  /** Nothing could be made of it in the time given. */
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'no-ffmpeg' }

const numeric = z.coerce.number().optional().catch(undefined)
const probeSchema = z.object({
  format: z.object({ format_name: z.string(), duration: numeric }),
  streams: z.array(
    z.object({
      width: z.number().optional(),
      height: z.number().optional(),
      avg_frame_rate: z.string().optional(),
      nb_frames: numeric,
      duration: numeric,
      disposition: z.object({ attached_pic: z.number() }).optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
    }),
  ),
})

const PROBE_ARGS = [
  ...['-v', 'error', '-select_streams', 'v', '-of', 'json'],
  '-show_entries',
  'format=format_name,duration:stream=width,height,avg_frame_rate,nb_frames,duration:stream_disposition=attached_pic:stream_side_data=rotation',
] as const

/** Damaged or hollow files can be searched for hours; a good one on a slow disk is known after one or two seconds. */
export const LONGEST_PROBE_MS = 30_000

/** Looks no longer than it is given. */
export async function probeVideo(path: string, timeoutMs = LONGEST_PROBE_MS): Promise<ProbeResult> {
  const probed = await runProbe([...PROBE_ARGS, ...inputArgs(path)], timeoutMs)
  if (probed.kind === 'absent') return { kind: 'no-ffmpeg' }
  if (probed.kind === 'refused') {
    if (probed.isLate) return { kind: 'too-slow' }
    return { kind: 'unsupported', reason: say('It is not a video that ffmpeg can read.') }
  }
  return readProbe(probed.stdout)
}

/** ffprobe, for a time that is its own even when nobody waits for it any more. */
export function runProbe(args: readonly string[], timeoutMs = LONGEST_PROBE_MS): Promise<ToolRun> {
  const { program, args: all } = limitedTool('ffprobe', args, Math.ceil((2 * timeoutMs) / 1000))
  return runTool(program, all, { timeoutMs })
}

/** Reads ffprobe's JSON. */
export function readProbe(json: string): ProbeResult {
  const probe = probeSchema.safeParse(parseJson(json))
  const stream = probe.data?.streams.find(({ disposition }) => disposition?.attached_pic !== 1)
  if (probe.data === undefined || !stream?.width || !stream.height) {
    return { kind: 'unsupported', reason: say('It holds no moving picture.') }
  }
  const container = probe.data.format.format_name
  if (container === 'image2' || container.endsWith('_pipe')) {
    return { kind: 'unsupported', reason: say('It is a still picture.') }
  }
  if (stream.width * stream.height > MOST_PIXELS) {
    const reason = say('Its pictures are larger than {} megapixels.', Math.floor(MOST_PIXELS / 1e6))
    return { kind: 'unsupported', reason }
  }
  const framesPerS = rateOf(stream.avg_frame_rate ?? '')
  const durationS = stream.duration ?? probe.data.format.duration ?? 0
  const turned = stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation
  const isOnItsSide = Math.abs(turned ?? 0) % 180 === 90
  return {
    kind: 'video',
    video: {
      widthPx: isOnItsSide ? stream.height : stream.width,
      heightPx: isOnItsSide ? stream.width : stream.height,
      framesPerS,
      durationMs: durationS * 1000,
      framesTotal: stream.nb_frames ?? Math.round(durationS * framesPerS),
    },
  }
}

const USUAL_FRAMES_PER_S = 30

/** A fraction; 0/0 where the container does not tell. */
function rateOf(fraction: string): number {
  const [over = 0, under = 0] = fraction.split('/').map(Number)
  const rate = over / under
  return rate > 0 && rate <= 1000 ? rate : USUAL_FRAMES_PER_S
}
