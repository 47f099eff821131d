import { say } from '../../contract/words/say.ts'
import type { Job, JobOutcome, JobStatus, NewJob } from './job.ts'
import { QueueUnavailable, type JobQueue, type RunJob, type StopReason } from './job-queue.ts'
import type { SqliteStore } from './sqlite-store.ts'

export interface EmbeddedQueueOptions {
  readonly store: SqliteStore
  readonly maxQueued: number
  /** A running job failed to say how it ended, or the store could not be written: the disk may be full. */
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
const RETRY_MS = 2000
const CANNOT_WRITE = 'jobs cannot be written down; the disk may be full'
const CANNOT_READ =
  'jobs cannot be read; their file may be damaged, and is looked at when the service starts'
const OUR_FAULT: JobOutcome = {
  kind: 'failed',
  reason: say('The service made a mistake; its log says more.'),
}

/** The queue of a service on its own: a table of jobs in a file, and workers in this machine. */
export class EmbeddedQueue implements JobQueue {
  readonly #options: EmbeddedQueueOptions
  readonly #running = new Map<string, Running>()
  /** Over, but not yet written down. */
  readonly #unwritten = new Map<string, JobOutcome>()
  #retry: NodeJS.Timeout | undefined
  #poolSize = 0
  #run: RunJob | undefined
  #isClosing = false

  constructor(options: EmbeddedQueueOptions) {
    this.#options = options
  }

  async add(given: NewJob): Promise<Job | undefined> {
    const { store, maxQueued } = this.#options
    const job = this.#isClosing ? undefined : await write(() => store.add(given, maxQueued))
    this.#startWaitingJobs()
    return job && (await this.find(job.id))
  }

  isFull(): Promise<boolean> {
    const { store, maxQueued } = this.#options
    return read(() => this.#isClosing || store.counts().queued >= maxQueued)
  }

  find(id: string): Promise<Job | undefined> {
    return read(() => this.#options.store.find(id))
  }

  positionOf(id: string): Promise<number | undefined> {
    return read(() => this.#options.store.positionOf(id))
  }

  counts(): Promise<Readonly<Record<JobStatus, number>>> {
    return read(() => this.#options.store.counts())
  }

  list(limit: number): Promise<readonly Job[]> {
    return read(() => this.#options.store.list(limit))
  }

  async cancel(id: string): Promise<Job | undefined> {
    const { store } = this.#options
    const isWaiting = (await this.find(id))?.status === 'queued'
    if (isWaiting) await write(() => store.end(id, { kind: 'cancelled' }))
    await this.#abortJob(id, 'cancelled')
    this.#changed()
    return this.find(id)
  }

  /** Stops it, if need be, and forgets it. */
  async remove(id: string): Promise<void> {
    await this.cancel(id)
    await write(() => this.#options.store.remove(id))
    this.#changed()
  }

  work(poolSize: number, run: RunJob): void {
    this.#poolSize = poolSize
    this.#run = run
    this.#startWaitingJobs()
  }

  trouble(): string | undefined {
    return this.#retry && CANNOT_WRITE
  }

  async close(): Promise<void> {
    this.#isClosing = true
    clearTimeout(this.#retry)
    await Promise.all([...this.#running.keys()].map((id) => this.#abortJob(id, 'closing')))
    try {
      this.#options.store.close()
    } catch (error) {
      // What it still had to write is lost; there is nobody left to tell.
      this.#options.onBug(error)
    }
  }

  /**
   * Writes down what has ended and begins what waits. A disk that is full is this queue's trouble alone: it tries again,
   * and what is not written by the service's end counts as not done.
   */
  #startWaitingJobs(): void {
    const { store, onBug } = this.#options
    try {
      for (const [id, outcome] of this.#unwritten) {
        store.end(id, outcome)
        this.#unwritten.delete(id)
      }
      this.#startNextJob()
    } catch (error) {
      onBug(error)
      this.#tryLater()
    }
    this.#changed()
  }

  #tryLater(): void {
    if (this.#isClosing) return
    this.#retry ??= setTimeout(() => {
      this.#retry = undefined
      this.#startWaitingJobs()
    }, RETRY_MS)
  }

  #startNextJob(): void {
    while (this.#run !== undefined && !this.#isClosing && this.#running.size < this.#poolSize) {
      const job = this.#options.store.takeNextJob()
      if (job === undefined) return
      this.#runJob(job, this.#run)
    }
  }

  #runJob(job: Job, run: RunJob): void {
    const { onBug } = this.#options
    const stop = new AbortController()
    const progress = this.#progressOf(job)
    const ended = run({ job, signal: stop.signal, progress: progress.reportFrames })
      .catch((error: unknown) => {
        onBug(error)
        return OUR_FAULT
      })
      .then((outcome) => {
        this.#running.delete(job.id)
        progress.flush()
        this.#unwritten.set(job.id, outcome)
        this.#startWaitingJobs()
      })
    this.#running.set(job.id, { stop, ended })
  }

  #progressOf({ id }: Job): {
    reportFrames(framesDone: number, framesTotal: number): void
    /** Writes what was too soon to be written. */
    flush(): void
  } {
    let writtenAtMs = Number.NEGATIVE_INFINITY
    let waiting: readonly [framesDone: number, framesTotal: number] | undefined
    const flush = (): void => {
      if (waiting === undefined) return
      try {
        this.#options.store.progress(id, ...waiting)
      } catch (error) {
        this.#options.onBug(error)
      }
      waiting = undefined
    }
    return {
      reportFrames: (framesDone, framesTotal) => {
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

  async #abortJob(id: string, reason: StopReason): Promise<void> {
    const found = this.#running.get(id)
    found?.stop.abort(reason)
    await found?.ended
  }
}

/** Rejects with QueueUnavailable when the store cannot be written. */
const write = <Value>(work: () => Value): Promise<Value> => asked(work, CANNOT_WRITE)

/** Rejects with QueueUnavailable when the store cannot be read. */
const read = <Value>(work: () => Value): Promise<Value> => asked(work, CANNOT_READ)

function asked<Value>(work: () => Value, refusal: string): Promise<Value> {
  try {
    return Promise.resolve(work())
  } catch (error) {
    return Promise.reject(new QueueUnavailable(refusal, { cause: error }))
  }
}
