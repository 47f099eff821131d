import { Gauge, Histogram, type Registry } from 'prom-client'
import { JOB_STATUSES, type JobOutcome } from '../../jobs/queue/job.ts'
import type { JobQueue } from '../../jobs/queue/job-queue.ts'
import { countsOf } from './job-health.ts'

/** Counts video jobs; the result takes how one ended. */
export function countJobs(
  registry: Registry,
  queue: JobQueue,
): (outcome: JobOutcome, tookMs: number) => void {
  new Gauge({
    name: 'beckon_pose_jobs',
    help: 'Video jobs by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      // While the queue cannot be asked there is nothing to say, and the rest still counts.
      const counts = await countsOf(queue)
      this.reset()
      if (counts === undefined) return
      for (const status of JOB_STATUSES) this.set({ status }, counts[status])
    },
  })
  const jobSeconds = new Histogram({
    name: 'beckon_pose_job_seconds',
    help: 'How long a worker took for a video, by how it ended',
    labelNames: ['outcome'],
    buckets: [1, 3, 10, 30, 60, 120, 180, 600, 3600],
    registers: [registry],
  })
  return ({ kind }, tookMs) => {
    jobSeconds.observe({ outcome: kind }, tookMs / 1000)
  }
}
