import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { inEnglish, verbatim } from '../../core/sentence/sentence.ts'
import { readOptions, type Job } from './job.ts'

/** Whoever asks after a week has forgotten why. */
const KEPT_MS = 7 * 24 * 3_600_000
const MOST_FORGOTTEN_AT_ONCE = 100

/** Redis holds English. */
type WrittenJob = Omit<Job, 'reason' | 'note'> & {
  readonly reason?: string | undefined
  readonly note?: string | undefined
}

const jobToWrite = ({ reason, note, ...job }: Job): WrittenJob => ({
  ...job,
  reason: reason && inEnglish(reason),
  note: note && inEnglish(note),
})

const jobFromWritten = ({ reason, note, ...job }: WrittenJob): Job => ({
  ...job,
  ...readOptions(job.options),
  reason: reason === undefined ? undefined : verbatim(reason),
  note: note === undefined ? undefined : verbatim(note),
})

/**
 * Jobs that were called off, so that they can be asked after and take up no place among those that wait: a queue that
 * nobody works on.
 */
export class CancelledJobs {
  readonly #queue: Queue<WrittenJob>

  constructor(name: string, connection: Redis) {
    this.#queue = new Queue(`${name}-cancelled`, { connection })
  }

  onError(listener: (error: unknown) => void): void {
    this.#queue.on('error', listener)
  }

  async add(job: Job): Promise<void> {
    await this.#queue.clean(KEPT_MS, MOST_FORGOTTEN_AT_ONCE, 'wait')
    await this.#queue.add('video', jobToWrite({ ...job, status: 'cancelled' }), { jobId: job.id })
  }

  async find(id: string): Promise<Job | undefined> {
    const entry = await this.#queue.getJob(id)
    return entry && jobFromWritten(entry.data)
  }

  count(): Promise<number> {
    return this.#queue.getWaitingCount()
  }

  /** Newest first. */
  async list(limit: number): Promise<readonly Job[]> {
    const entries = await this.#queue.getWaiting(0, limit - 1)
    return entries.map(({ data }) => jobFromWritten(data))
  }

  async remove(id: string): Promise<void> {
    await this.#queue.remove(id)
  }

  close(): Promise<void> {
    return this.#queue.close()
  }
}
