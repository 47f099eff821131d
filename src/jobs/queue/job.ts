import { z } from 'zod'
import { say } from '../../contract/words/say.ts'
import type { Sentence } from '../../core/sentence/sentence.ts'

/** What a client may choose for a video. */
export const jobOptionsSchema = z.strictObject({
  /** The body model: lite is faster, full follows better. */
  model: z.enum(['lite', 'full']).default('full'),
  /** Every nth frame is looked at. */
  every_nth: z.coerce.number().int().min(1).max(1000).default(1),
  /** Hands as well as bodies. */
  hands: z.union([z.boolean(), z.stringbool()]).default(false),
  /** How many people are followed at most. */
  people: z.coerce.number().int().min(1).max(8).default(1),
  /** An MP4 with the skeletons drawn in, beside the figures. */
  annotate: z.union([z.boolean(), z.stringbool()]).default(false),
})
export type JobOptions = z.infer<typeof jobOptionsSchema>

/** What a store kept of a job's options. Those of another version are told, not guessed: they then stand for the usual ones. */
export function readOptions(written: unknown): Pick<Job, 'options' | 'unreadable'> {
  const options = jobOptionsSchema.safeParse(written)
  if (options.success) return { options: options.data, unreadable: undefined }
  const unreadable = say('Its options are of another version of Beckon.')
  return { options: jobOptionsSchema.parse({}), unreadable }
}

export const JOB_STATUSES = ['queued', 'processing', 'completed', 'failed', 'cancelled'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/** A video and what has become of it. Times are milliseconds since 1970. */
export interface Job {
  readonly id: string
  readonly videoPath: string
  /** The file came with the request: it is ours, and goes when the job is over. */
  readonly isUpload: boolean
  readonly options: JobOptions
  /** Why its entry cannot be understood here: it is shown, and never run. */
  readonly unreadable?: Sentence | undefined
  readonly status: JobStatus
  /** How often it was begun: 2 after the service ended in the middle of it. */
  readonly attempts: number
  readonly createdAtMs: number
  readonly startedAtMs: number | undefined
  readonly endedAtMs: number | undefined
  readonly framesDone: number
  /** 0 until the video has been probed. */
  readonly framesTotal: number
  /** Why it failed, or what a completed one lacks. */
  readonly reason: Sentence | undefined
  /** What happened on the way: it was run again, its last frames were broken. */
  readonly note: Sentence | undefined
}

/** What killed a job once (memory that another program took) may be gone; what kills it twice is the video. */
export const MOST_ATTEMPTS = 2

export type NewJob = Pick<Job, 'id' | 'videoPath' | 'isUpload' | 'options'>

export const isOver = ({ status }: Pick<Job, 'status'>): boolean =>
  status !== 'queued' && status !== 'processing'

export type JobOutcome =
  | { readonly kind: 'completed'; readonly note?: Sentence | undefined }
  | { readonly kind: 'failed'; readonly reason: Sentence }
  | { readonly kind: 'cancelled' }
  /** Its worker died: it waits again, once, and its note says so. */
  | { readonly kind: 'again'; readonly note: Sentence }
  /** The service is closing: the job goes back into the queue and this attempt does not count. */
  | { readonly kind: 'put-back' }
