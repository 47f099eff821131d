import type { Job, JobOutcome, JobStatus, NewJob } from './job.ts'
import type { JobQueue, RunJob, StopReason } from './job-queue.ts'
import type { SqliteStore } from './sqlite-store.ts'

export interface EmbeddedQueueOptions {
  readonly store: SqliteStore
  readonly maxQueued: number
  /** A running job failed to say how it ended: a bug of ours. */
  readonly onBug: (error: unknown) => void
  /** A job came, went on, ended or was forgotten. */
  readonly onChange?: () => void
}

interface Running {
  readonly stop: AbortController
  readonly ended: Promise<void>
}

/** How often progress is written down at most: clients ask a few times a second, each write waits for the disk. */
const PROGRESS_EVERY_MS = 500
const OUR_FAULT: JobOutcome = {
  kind: 'failed',
  reason: 'The service made a mistake; its log says more.',
}

/** The queue of a service on its own: a table of jobs in a file, and workers in this machine. */
export class EmbeddedQueue implements JobQueue {
  readonly #options: EmbeddedQueueOptions
  readonly #running = new Map<string, Running>()
  #poolSize = 0
  #run: RunJob | undefined
  #isClosing = false

  constructor(options: EmbeddedQueueOptions) {
    this.#options = options
  }

  add(given: NewJob): Promise<Job | undefined> {
    const { store, maxQueued } = this.#options
    const job = this.#isClosing ? undefined : store.add(given, maxQueued)
    this.#takeNext()
    this.#changed()
    return Promise.resolve(job && (store.find(job.id) ?? job))
  }

  isFull(): Promise<boolean> {
    const { store, maxQueued } = this.#options
    return Promise.resolve(this.#isClosing || store.counts().queued >= maxQueued)
  }

  find(id: string): Promise<Job | undefined> {
    return Promise.resolve(this.#options.store.find(id))
  }

  positionOf(id: string): Promise<number | undefined> {
    return Promise.resolve(this.#options.store.positionOf(id))
  }

  counts(): Promise<Readonly<Record<JobStatus, number>>> {
    return Promise.resolve(this.#options.store.counts())
  }

  list(limit: number): Promise<readonly Job[]> {
    return Promise.resolve(this.#options.store.list(limit))
  }

  async cancel(id: string): Promise<Job | undefined> {
    const { store } = this.#options
    if (store.find(id)?.status === 'queued') store.end(id, { kind: 'cancelled' })
    await this.#stop(id, 'cancelled')
    this.#changed()
    return store.find(id)
  }

  /** Stops it, if need be, and forgets it. */
  async remove(id: string): Promise<void> {
    await this.cancel(id)
    this.#options.store.remove(id)
    this.#changed()
  }

  work(poolSize: number, run: RunJob): void {
    this.#poolSize = poolSize
    this.#run = run
    this.#takeNext()
  }

  async close(): Promise<void> {
    this.#isClosing = true
    await Promise.all([...this.#running.keys()].map((id) => this.#stop(id, 'closing')))
    this.#options.store.close()
  }

  #takeNext(): void {
    while (this.#run !== undefined && !this.#isClosing && this.#running.size < this.#poolSize) {
      const job = this.#options.store.take()
      if (job === undefined) return
      this.#begin(job, this.#run)
    }
  }

  #begin(job: Job, run: RunJob): void {
    const { store, onBug } = this.#options
    const stop = new AbortController()
    const progress = this.#progressOf(job)
    const ended = run({ job, signal: stop.signal, progress: progress.take })
      .catch((error: unknown) => {
        onBug(error)
        return OUR_FAULT
      })
      .then((outcome) => {
        this.#running.delete(job.id)
        progress.flush()
        store.end(job.id, outcome)
        this.#takeNext()
        this.#changed()
      })
    this.#running.set(job.id, { stop, ended })
  }

  #progressOf({ id }: Job): {
    take(framesDone: number, framesTotal: number): void
    /** Writes what was too soon to be written. */
    flush(): void
  } {
    let writtenAtMs = Number.NEGATIVE_INFINITY
    let waiting: readonly [framesDone: number, framesTotal: number] | undefined
    const flush = (): void => {
      if (waiting === undefined) return
      this.#options.store.progress(id, ...waiting)
      waiting = undefined
    }
    return {
      take: (framesDone, framesTotal) => {
        waiting = [framesDone, framesTotal]
        const nowMs = performance.now()
        if (nowMs - writtenAtMs < PROGRESS_EVERY_MS) return
        writtenAtMs = nowMs
        flush()
        this.#changed()
      },
      flush,
    }
  }

  #changed(): void {
    this.#options.onChange?.()
  }

  async #stop(id: string, reason: StopReason): Promise<void> {
    const found = this.#running.get(id)
    found?.stop.abort(reason)
    await found?.ended
  }
}
