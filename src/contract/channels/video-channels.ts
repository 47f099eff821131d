import { z } from 'zod'
import { request, state } from '../boundary/channel.ts'
import { nothing } from '../boundary/nothing.ts'
import { sentenceSchema } from '../words/sentence-schema.ts'

/** What is wanted of a video. */
export const videoOptionsSchema = z.strictObject({
  /** `lite` is quicker, `full` follows better. */
  model: z.enum(['lite', 'full']),
  people: z.number().int().min(1).max(8),
  hands: z.boolean(),
  /** A film with what was found drawn in, beside the figures. */
  film: z.boolean(),
  /** Every nth frame is looked at. */
  everyNth: z.number().int().min(1).max(1000),
})
export type VideoOptions = z.infer<typeof videoOptionsSchema>

export const shownVideoSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  status: z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled']),
  addedAtEpochMs: z.number(),
  framesDone: z.number().int(),
  /** An estimate from the video's head; 0 while it is not known. */
  framesTotal: z.number().int(),
  pace: z.strictObject({ framesPerS: z.number(), secondsLeft: z.number() }).optional(),
  /** Why it failed. */
  reason: sentenceSchema.optional(),
  /** What happened on the way: it was run again, its last frames were broken. */
  note: sentenceSchema.optional(),
})
export type ShownVideo = z.infer<typeof shownVideoSchema>

export const videosViewSchema = z.strictObject({
  /** Newest first. */
  videos: z.array(shownVideoSchema),
  /** Whether ffmpeg is there, which reads videos. */
  hasDecoder: z.boolean(),
})
export type VideosView = z.infer<typeof videosViewSchema>

/** Formats in which the figures of a video leave the app. */
export const FIGURES_FORMATS = ['csv', 'json', 'jsonl', 'trc', 'mot'] as const

const one = z.strictObject({ id: z.string() })
const address = z.string()

export const videoRequests = {
  /** The page is looked at: from now on it is told. Looks for ffmpeg anew. */
  openVideos: request(nothing, nothing),
  /** Where the page may put the bytes of a file that only it can read, by one PUT. */
  offerVideo: request(
    z.strictObject({ name: z.string(), sizeBytes: z.number().nonnegative() }),
    z.strictObject({ id: z.string(), address }),
  ),
  /** What was put there becomes a job. */
  queueOffered: request(
    z.strictObject({ id: z.string(), jobOptions: videoOptionsSchema }),
    nothing,
  ),
  /** A file that the host can read itself becomes a job; it stays where it is. */
  queueFile: request(z.strictObject({ path: z.string(), jobOptions: videoOptionsSchema }), nothing),
  cancelVideo: request(one, nothing),
  /** One that is over waits again, at the end. */
  retryVideo: request(one, nothing),
  /** With everything that was made of it. A file that was not ours stays. */
  removeVideo: request(one, nothing),
  /** Where a finished one is to be read. */
  showVideo: request(
    one,
    z.strictObject({
      video: address,
      film: address.optional(),
      /** Figures as JSON lines (`video-figures.ts`). */
      figures: address,
      exports: z.record(z.enum(FIGURES_FORMATS), address),
    }),
  ),
} as const

export const videoDownlinks = { videos: state(videosViewSchema) } as const
