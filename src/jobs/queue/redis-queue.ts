import { Job as Entry, Queue, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { CancelledJobs } from './cancelled-jobs.ts'
import { isOver, MOST_ATTEMPTS, type Job, type JobStatus, type NewJob } from './job.ts'
import type { JobQueue, RunJob } from './job-queue.ts'
import { connectRedis, type RedisConnections } from './redis-connections.ts'
import { DIED_TWICE, jobOf, type EntryData, type WrittenOutcome } from './redis-entries.ts'

export interface RedisQueueOptions {
  readonly url: string
  readonly maxQueued: number
  /** A job has failed, perhaps because the machines that worked on it died: then nobody else removes what it leaves. */
  readonly onFailed?: (job: Pick<Job, 'id' | 'isUpload'>) => void
  readonly onBug: (error: unknown) => void
}

const NAME = 'beckon-pose'
/** Who cancels may be another machine than who works. */
const CANCEL_CHANNEL = `${NAME}:cancel`
/** A machine that has not been heard of for as long has died, and its jobs are taken over. */
const LOCK_MS = 10_000
/** Enough to tell how long jobs take, and for clients that come late. */
const KEPT_JOBS = { count: 10_000 }
const STATES = ['waiting', 'delayed', 'active', 'completed', 'failed'] as const
/** Running jobs that cannot be put back in time are taken over from a machine that is gone. */
const CLOSE_MS = 5000

/**
 * The queue that several machines work on: BullMQ on Redis. Each runs as many jobs as it bears; what one was doing when it
 * died is taken over by another, once. Videos and results lie in folders that all of them see.
 */
export class RedisQueue implements JobQueue {
  readonly #options: RedisQueueOptions
  readonly #redis: RedisConnections
  readonly #queue: Queue<EntryData>
  readonly #cancelled: CancelledJobs
  readonly #running = new Map<string, AbortController>()
  #worker: Worker<EntryData> | undefined
  #isClosing = false

  constructor(options: RedisQueueOptions) {
    this.#options = options
    this.#redis = connectRedis(options.url, options.onBug)
    const { asking, listening } = this.#redis
    this.#queue = new Queue(NAME, { connection: asking })
    this.#cancelled = new CancelledJobs(NAME, asking)
    // The connections tell of their troubles themselves.
    this.#queue.on('error', () => undefined)
    this.#cancelled.onError(() => undefined)
    void listening.subscribe(CANCEL_CHANNEL).catch((error: unknown) => {
      // Given up with the connection.
      if (!this.#isClosing) options.onBug(error)
    })
    listening.on('message', (_channel, id) => this.#running.get(id)?.abort('cancelled'))
  }

  add({ id, ...data }: NewJob): Promise<Job | undefined> {
    return this.#redis.ask(async () => {
      if (await this.#isFull()) return undefined
      const keep = { removeOnComplete: KEPT_JOBS, removeOnFail: KEPT_JOBS }
      const entry = await this.#queue.add(
        'video',
        { ...data, isCancelled: false },
        { jobId: id, attempts: MOST_ATTEMPTS, ...keep },
      )
      // Others may have come at the same time: whoever stands too far back goes again.
      const position = (await this.#positionOf(id)) ?? 0
      const isTooMany = position >= this.#options.maxQueued && (await wasRemoved(entry))
      return isTooMany ? undefined : this.#find(id)
    })
  }

  isFull(): Promise<boolean> {
    return this.#redis.ask(() => this.#isFull())
  }

  find(id: string): Promise<Job | undefined> {
    return this.#redis.ask(() => this.#find(id))
  }

  positionOf(id: string): Promise<number | undefined> {
    return this.#redis.ask(() => this.#positionOf(id))
  }

  counts(): Promise<Readonly<Record<JobStatus, number>>> {
    return this.#redis.ask(async () => {
      const counts = await this.#queue.getJobCounts(...STATES)
      return {
        queued: (counts['waiting'] ?? 0) + (counts['delayed'] ?? 0),
        processing: counts['active'] ?? 0,
        completed: counts['completed'] ?? 0,
        failed: counts['failed'] ?? 0,
        cancelled: await this.#cancelled.count(),
      }
    })
  }

  list(limit: number): Promise<readonly Job[]> {
    return this.#redis.ask(async () => {
      const ofStates = STATES.map(async (state) => {
        const entries = await this.#queue.getJobs(state, 0, limit - 1)
        return entries.map((entry) => jobOf(entry, state))
      })
      const jobs = await Promise.all([...ofStates, this.#cancelled.list(limit)])
      return jobs
        .flat()
        .toSorted((a, b) => b.createdAtMs - a.createdAtMs)
        .slice(0, limit)
    })
  }

  cancel(id: string): Promise<Job | undefined> {
    return this.#redis.ask(async () => {
      const entry = await this.#queue.getJob(id)
      if (entry === undefined) return this.#cancelled.find(id)
      const job = jobOf(entry, await entry.getState())
      if (isOver(job)) return job
      // Who has taken it, or does so now, looks whether there is anything to do.
      await entry.updateData({ ...entry.data, isCancelled: true })
      await this.#redis.asking.publish(CANCEL_CHANNEL, id)
      if (job.status === 'queued' && (await wasRemoved(entry))) {
        await this.#cancelled.add({ ...job, endedAtMs: Date.now() })
      }
      return this.#find(id)
    })
  }

  remove(id: string): Promise<void> {
    return this.#redis.ask(async () => {
      await this.#queue.remove(id)
      await this.#cancelled.remove(id)
    })
  }

  work(poolSize: number, run: RunJob): void {
    this.#worker = new Worker(NAME, (entry, token) => this.#processEntry(entry, token, run), {
      connection: this.#redis.working,
      concurrency: poolSize,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: 1,
    })
    this.#worker.on('failed', (entry) => {
      const hasEnded = entry?.finishedOn !== undefined
      if (hasEnded) this.#options.onFailed?.({ id: entry.id ?? '', isUpload: entry.data.isUpload })
    })
    this.#worker.on('error', (error) => {
      if (!this.#redis.isDown()) this.#options.onBug(error)
    })
  }

  trouble(): string | undefined {
    return this.#redis.isDown() ? 'Redis cannot be reached' : undefined
  }

  async close(): Promise<void> {
    this.#isClosing = true
    const worker = this.#worker?.close(this.#redis.isDown())
    for (const stop of this.#running.values()) stop.abort('closing')
    const closed = Promise.all([worker, this.#queue.close(), this.#cancelled.close()])
    let timer: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => (timer = setTimeout(resolve, CLOSE_MS)))
    await Promise.race([closed, late])
    clearTimeout(timer)
    this.#redis.close()
  }

  async #isFull(): Promise<boolean> {
    return this.#isClosing || (await this.#queue.getWaitingCount()) >= this.#options.maxQueued
  }

  async #find(id: string): Promise<Job | undefined> {
    const entry = await this.#queue.getJob(id)
    if (entry === undefined) return this.#cancelled.find(id)
    return jobOf(entry, await entry.getState())
  }

  /** BullMQ takes jobs from the end of a list. */
  async #positionOf(id: string): Promise<number | undefined> {
    const key = this.#queue.toKey('wait')
    const answers = await this.#redis.asking.multi().llen(key).lpos(key, id).exec()
    const [length, index] = (answers ?? []).map(([, value]) => value)
    return typeof length === 'number' && typeof index === 'number' ? length - 1 - index : undefined
  }

  /** A job of BullMQ ends by returning what became of it or by throwing why it has to be tried again. */
  async #processEntry(
    entry: Entry<EntryData>,
    token: string | undefined,
    run: RunJob,
  ): Promise<WrittenOutcome> {
    const job = jobOf(entry, 'active')
    // BullMQ counts workers that died apart from machines that died; a job is tried twice, whoever died.
    if (job.attempts > MOST_ATTEMPTS) throw new UnrecoverableError(DIED_TWICE)
    // Machines of several versions may work on one queue.
    if (job.unreadable !== undefined) throw new UnrecoverableError(inEnglish(job.unreadable))
    const stop = new AbortController()
    const { id } = job
    this.#running.set(id, stop)
    try {
      if (await this.#isCancelled(id)) return await this.#cancelEntry(entry)
      const progress = (framesDone: number, framesTotal: number): void => {
        void entry.updateProgress({ framesDone, framesTotal }).catch(this.#options.onBug)
      }
      const outcome = await run({ job, signal: stop.signal, progress })
      if (outcome.kind === 'cancelled') return await this.#cancelEntry(entry)
      if (outcome.kind === 'put-back') {
        await entry.moveToWait(token)
        throw new WaitingError()
      }
      if (outcome.kind === 'failed') throw new UnrecoverableError(inEnglish(outcome.reason))
      if (outcome.kind === 'again') throw new Error(inEnglish(outcome.note))
      const { kind, note } = outcome
      return { kind, note: note && inEnglish(note) }
    } finally {
      this.#running.delete(id)
    }
  }

  /** Asked when news of it would be heard: what was read with the job may be older. */
  async #isCancelled(id: string): Promise<boolean> {
    const entry = this.#worker && (await Entry.fromId<EntryData>(this.#worker, id))
    return entry?.data.isCancelled === true
  }

  async #cancelEntry(entry: Entry<EntryData>): Promise<WrittenOutcome> {
    const job = jobOf(entry, 'active')
    await this.#redis.ask(() => this.#cancelled.add({ ...job, endedAtMs: Date.now() }))
    entry.opts.removeOnComplete = true
    return { kind: 'cancelled' }
  }
}

/** False when somebody has begun to work on it. */
async function wasRemoved(entry: Entry<EntryData>): Promise<boolean> {
  try {
    await entry.remove()
    return true
  } catch {
    return false
  }
}
