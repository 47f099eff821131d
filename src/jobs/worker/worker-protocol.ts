import { z } from 'zod'
import { sentenceSchema } from '../../contract/words/sentence-schema.ts'
import type { JobOptions } from '../queue/job.ts'

/**
 * How the service and a worker talk: one JSON object a line, the order on the worker's standard input, reports on its
 * standard output. Any program that keeps to it can be the engine (see docs/protocols/video-workers.md).
 *
 * 1. The service starts the worker and writes one order.
 * 2. The worker writes figures to `result_path` (and pictures to `annotated_path`, where it is given), reports progress
 *    as often as it likes, and ends with `completed` or `failed`.
 * 3. The service may write how much to rest, now and then; an engine that knows nothing of it goes on as it is.
 * 4. When its standard input closes, nobody waits any more: the worker ends at once, and so do its children.
 */
export interface WorkerRequest {
  readonly kind: 'job'
  readonly version: 1
  readonly job_id: string
  readonly video_path: string
  readonly result_path: string
  readonly annotated_path?: string
  readonly options: JobOptions
}

/** After each frame so many times as long as it took: somebody needs the cores for something that cannot wait. */
export interface ThrottleCommand {
  readonly kind: 'pace'
  readonly rest_ratio: number
}

const paceSchema = z.object({ kind: z.literal('pace'), rest_ratio: z.number().min(0).max(10) })

/** Undefined for a line that is none. */
export function parsePace(line: string): ThrottleCommand | undefined {
  try {
    return paceSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

const words = z.string().max(500)
const said = sentenceSchema.optional()

const workerReportSchema = z.discriminatedUnion('kind', [
  /** `frames_total` 0: not known. */
  z.object({
    kind: z.literal('progress'),
    frames_done: z.number().int().min(0),
    frames_total: z.number().int().min(0),
  }),
  /** `note`: what the result lacks, for people. `said` is the same as data, for windows in other languages. */
  z.object({ kind: z.literal('completed'), note: words.optional(), said }),
  z.object({ kind: z.literal('failed'), reason: words, said }),
])
export type WorkerReport = z.infer<typeof workerReportSchema>

/** Undefined for a line that is no report: libraries print what they like. */
export function parseReport(line: string): WorkerReport | undefined {
  try {
    const parsed = workerReportSchema.safeParse(JSON.parse(line))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

const orderSchema = z.object({
  kind: z.literal('job'),
  version: z.literal(1),
  job_id: z.string(),
  video_path: z.string(),
  result_path: z.string(),
  annotated_path: z.string().optional(),
  options: z.custom<JobOptions>((value) => typeof value === 'object' && value !== null),
})

/** @throws when the line is no order of this version */
export const parseRequest = (line: string): WorkerRequest => {
  const { annotated_path, ...request } = orderSchema.parse(JSON.parse(line))
  return annotated_path === undefined ? request : { ...request, annotated_path }
}
