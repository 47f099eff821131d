import { z } from 'zod'
import { parseJson } from '../../../node/parse-json.ts'

/** What decides whether a browser plays a file by itself. */
export interface VideoFacts {
  /** ffmpeg's names of the container: `mov,mp4,m4a,3gp,3g2,mj2`, `matroska,webm`, `gif`, `png_pipe`. */
  readonly container: string
  readonly codec: string
  readonly pixelFormat: string
  readonly framesPerS: number
}

const probeSchema = z.object({
  format: z.object({ format_name: z.string() }),
  streams: z.array(
    z.object({
      codec_name: z.string().optional(),
      pix_fmt: z.string().optional(),
      avg_frame_rate: z.string().optional(),
      disposition: z.object({ attached_pic: z.number() }).optional(),
    }),
  ),
})

export const PROBE_ARGS = [
  ...['-v', 'error', '-select_streams', 'v', '-of', 'json', '-show_entries'],
  'format=format_name:stream=codec_name,pix_fmt,avg_frame_rate:stream_disposition=attached_pic',
] as const

/** Reads ffprobe's JSON. Undefined when the file has no moving picture: sound only, or a record's cover. */
export function parseVideoFacts(json: string): VideoFacts | undefined {
  const probe = probeSchema.safeParse(parseJson(json))
  if (!probe.success) return undefined
  const stream = probe.data.streams.find((candidate) => candidate.disposition?.attached_pic !== 1)
  if (stream?.codec_name === undefined) return undefined
  return {
    container: probe.data.format.format_name,
    codec: stream.codec_name,
    pixelFormat: stream.pix_fmt ?? 'unknown',
    framesPerS: framesPerS(stream.avg_frame_rate ?? '0/0'),
  }
}

export function isPicture(facts: VideoFacts): boolean {
  return facts.container === 'image2' || facts.container.endsWith('_pipe')
}

/** True for what every Chromium with the usual codecs plays: 8-bit 4:2:0 H.264 in mp4, VP8 or VP9 in webm. */
export function isPlayable(facts: VideoFacts): boolean {
  if (!['yuv420p', 'yuvj420p'].includes(facts.pixelFormat)) return false
  const container = facts.container.split(',')
  if (container.includes('webm')) return facts.codec === 'vp8' || facts.codec === 'vp9'
  return container.includes('mp4') && facts.codec === 'h264'
}

const USUAL_FRAMES_PER_S = 30

/** ffprobe writes a fraction; 0/0 or nonsense (some gifs say 1000/1) falls back to what cameras do. */
function framesPerS(fraction: string): number {
  const [over = 0, under = 0] = fraction.split('/').map(Number)
  const rate = over / under
  return rate > 0 && rate <= 60 ? rate : USUAL_FRAMES_PER_S
}
