import { z } from 'zod'
import { runTool } from '../../node/run-tool.ts'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'

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
  // What a playlist or an image sequence names would be opened as well.
  ...['-v', 'error', '-protocol_whitelist', 'file', '-select_streams', 'v', '-of', 'json'],
  '-show_entries',
  'format=format_name,duration:stream=width,height,avg_frame_rate,nb_frames,duration:stream_disposition=attached_pic:stream_side_data=rotation',
] as const

/** Looks for as long as it takes when no time is given: damaged or hollow files can be searched for hours. */
export async function probeVideo(path: string, timeoutMs = 0): Promise<ProbeResult> {
  const probed = await runTool('ffprobe', [...PROBE_ARGS, path], { timeoutMs })
  if (probed.kind === 'absent') return { kind: 'no-ffmpeg' }
  if (probed.kind === 'refused') {
    if (probed.isLate) return { kind: 'too-slow' }
    return { kind: 'unsupported', reason: say('It is not a video that ffmpeg can read.') }
  }
  return readProbe(probed.stdout)
}

/** Reads ffprobe's JSON. */
export function readProbe(json: string): ProbeResult {
  const probe = probeSchema.safeParse(JSON.parse(json))
  const stream = probe.data?.streams.find(({ disposition }) => disposition?.attached_pic !== 1)
  if (probe.data === undefined || !stream?.width || !stream.height) {
    return { kind: 'unsupported', reason: say('It holds no moving picture.') }
  }
  const container = probe.data.format.format_name
  if (container === 'image2' || container.endsWith('_pipe')) {
    return { kind: 'unsupported', reason: say('It is a still picture.') }
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
