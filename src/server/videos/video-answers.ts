import { inEnglish } from '../../core/sentence/sentence.ts'
import type { Job, JobStatus } from '../../jobs/queue/job.ts'
import { isOver } from '../../jobs/queue/job.ts'
import { paceOf } from '../../jobs/queue/pace.ts'

/** A job as clients are told of it. Times are ISO 8601. */
export function statusAnswer(job: Job, position: number | undefined, nowMs: number): object {
  return {
    job_id: job.id,
    status: job.status,
    ...(position !== undefined && { position }),
    frames_done: job.framesDone,
    frames_total: job.framesTotal === 0 ? null : job.framesTotal,
    ...paceAnswer(job, nowMs),
    attempts: job.attempts,
    created_at: isoTime(job.createdAtMs),
    started_at: isoTime(job.startedAtMs),
    ended_at: isoTime(job.endedAtMs),
    ...(job.reason !== undefined && { reason: inEnglish(job.reason) }),
    ...(job.note !== undefined && { note: inEnglish(job.note) }),
    ...(job.status === 'completed' && { result_url: `/pose/video/result/${job.id}` }),
  }
}

function paceAnswer(job: Job, nowMs: number): object {
  const pace = paceOf(job, nowMs)
  if (pace === undefined) return {}
  const secondsLeft = job.framesTotal === 0 ? null : Math.round(pace.secondsLeft)
  return { fps: Math.round(pace.framesPerS * 10) / 10, seconds_left: secondsLeft }
}

const isoTime = (ms: number | undefined): string | null =>
  ms === undefined ? null : new Date(ms).toISOString()

/** How long the last jobs took, to tell newcomers how long they may have to wait. */
export function estimatedWaitS(
  recent: readonly Job[],
  { queued, processing }: Readonly<Record<JobStatus, number>>,
  poolSize: number,
): number | undefined {
  const took = recent.flatMap((job) =>
    isOver(job) && job.startedAtMs !== undefined && job.endedAtMs !== undefined
      ? [job.endedAtMs - job.startedAtMs]
      : [],
  )
  if (queued + processing < poolSize) return 0
  if (took.length === 0) return undefined
  const meanS = took.reduce((sum, ms) => sum + ms, 0) / took.length / 1000
  return Math.round((meanS * (queued + 1)) / poolSize)
}
