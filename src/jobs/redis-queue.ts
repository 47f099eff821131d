import { Queue, UnrecoverableError, WaitingError, Worker, type Job as Entry } from 'bullmq'
import { Redis } from 'ioredis'
import { MOST_ATTEMPTS, type Job, type JobOutcome, type JobStatus, type NewJob } from './job.ts'
import type { JobQueue, RunJob } from './job-queue.ts'
import { DIED_TWICE, jobOf, type EntryData } from './redis-entries.ts'

export interface RedisQueueOptions {
  readonly url: string
  readonly maxQueued: number
  readonly onBug: (error: unknown) => void
}

const NAME = 'beckon-pose'
/** Who cancels may be another machine than who works. */
const CANCEL_CHANNEL = `${NAME}:cancel`
/** A machine that has not been heard of for as long has died, and its jobs are taken over. */
const LOCK_MS = 10_000
/** Enough to tell how long jobs take, and for clients that come late. */
const KEPT_JOBS = { count: 10_000 }
const WAITING = ['waiting', 'delayed'] as const

/**
 * The queue that several machines work on: BullMQ on Redis. Each runs as many jobs as it bears; what one was doing when it
 * died is taken over by another, once. Videos and results lie in folders that all of them see.
 */
export class RedisQueue implements JobQueue {
  readonly #options: RedisQueueOptions
  readonly #connection: Redis
  readonly #listener: Redis
  readonly #queue: Queue<EntryData>
  readonly #running = new Map<string, AbortController>()
  #worker: Worker<EntryData> | undefined
  #isClosing = false

  constructor(options: RedisQueueOptions) {
    this.#options = options
    // BullMQ's workers wait for jobs for as long as it takes; a limit would end them.
    this.#connection = new Redis(options.url, { maxRetriesPerRequest: null })
    this.#listener = this.#connection.duplicate()
    for (const redis of [this.#connection, this.#listener]) redis.on('error', options.onBug)
    this.#queue = new Queue(NAME, { connection: this.#connection })
    this.#queue.on('error', options.onBug)
    void this.#listener.subscribe(CANCEL_CHANNEL).catch(options.onBug)
    this.#listener.on('message', (_channel, id) => this.#running.get(id)?.abort('cancelled'))
  }

  async add({ id, ...data }: NewJob): Promise<Job | undefined> {
    if (await this.isFull()) return undefined
    const keep = { removeOnComplete: KEPT_JOBS, removeOnFail: KEPT_JOBS }
    await this.#queue.add(
      'video',
      { ...data, isCancelled: false },
      { jobId: id, attempts: MOST_ATTEMPTS, ...keep },
    )
    return this.find(id)
  }

  async isFull(): Promise<boolean> {
    return this.#isClosing || (await this.#queue.getWaitingCount()) >= this.#options.maxQueued
  }

  async find(id: string): Promise<Job | undefined> {
    const entry = await this.#queue.getJob(id)
    return entry && jobOf(entry, await entry.getState())
  }

  async positionOf(id: string): Promise<number | undefined> {
    const waiting = await this.#queue.getWaiting(0, this.#options.maxQueued)
    const position = waiting
      .filter(({ data }) => !data.isCancelled)
      .findIndex((entry) => entry.id === id)
    return position < 0 ? undefined : position
  }

  async counts(): Promise<Readonly<Record<JobStatus, number>>> {
    const jobs = await this.list(KEPT_JOBS.count)
    const counts = { queued: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 }
    for (const { status } of jobs) counts[status] += 1
    return counts
  }

  async list(limit: number): Promise<readonly Job[]> {
    const entries = await this.#queue.getJobs(
      [...WAITING, 'active', 'completed', 'failed'],
      0,
      limit,
    )
    const jobs = await Promise.all(
      entries.map(async (entry) => jobOf(entry, await entry.getState())),
    )
    return jobs.toSorted((a, b) => b.createdAtMs - a.createdAtMs).slice(0, limit)
  }

  async cancel(id: string): Promise<Job | undefined> {
    const entry = await this.#queue.getJob(id)
    if (entry === undefined) return undefined
    // It stays where it is, so that it can be asked after; who takes it sees that there is nothing to do.
    await entry.updateData({ ...entry.data, isCancelled: true })
    await this.#connection.publish(CANCEL_CHANNEL, id)
    return this.find(id)
  }

  work(poolSize: number, run: RunJob): void {
    this.#worker = new Worker(NAME, (entry, token) => this.#do(entry, token, run), {
      connection: this.#connection,
      concurrency: poolSize,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: 1,
    })
    this.#worker.on('error', this.#options.onBug)
  }

  trouble(): string | undefined {
    return undefined
  }

  async close(): Promise<void> {
    this.#isClosing = true
    const worker = this.#worker?.close()
    for (const stop of this.#running.values()) stop.abort('closing')
    await worker
    await this.#queue.close()
    await Promise.all([this.#listener.quit(), this.#connection.quit()])
  }

  /** A job of BullMQ ends by returning what became of it or by throwing why it has to be tried again. */
  async #do(entry: Entry<EntryData>, token: string | undefined, run: RunJob): Promise<JobOutcome> {
    if (entry.data.isCancelled) return { kind: 'cancelled' }
    const job = jobOf(entry, 'active')
    // BullMQ counts workers that died apart from machines that died; a job is tried twice, whoever died.
    if (job.attempts > MOST_ATTEMPTS) throw new UnrecoverableError(DIED_TWICE)
    const stop = new AbortController()
    const { id } = job
    this.#running.set(id, stop)
    try {
      const progress = (framesDone: number, framesTotal: number): void => {
        void entry.updateProgress({ framesDone, framesTotal }).catch(this.#options.onBug)
      }
      const outcome = await run({ job, signal: stop.signal, progress })
      if (outcome.kind === 'put-back') {
        await entry.moveToWait(token)
        throw new WaitingError()
      }
      if (outcome.kind === 'failed') throw new UnrecoverableError(outcome.reason)
      if (outcome.kind === 'again') throw new Error(outcome.note)
      return outcome
    } finally {
      this.#running.delete(id)
    }
  }
}
