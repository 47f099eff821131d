import type { Job, JobOutcome, JobStatus, NewJob } from './job.ts'

/** The queue's store cannot be asked at the moment; its message is for clients. */
export class QueueUnavailable extends Error {}

/** Why a running job has to stop, as its signal's reason. */
export type StopReason = 'cancelled' | 'closing'

export interface JobRun {
  readonly job: Job
  readonly signal: AbortSignal
  progress(framesDone: number, framesTotal: number): void
}

/** Does one job to its end. Never rejects. */
export type RunJob = (run: JobRun) => Promise<JobOutcome>

/**
 * Jobs in the order in which they came, kept where a crash does not reach them. A job whose service died in the middle
 * of it is run again exactly once, and its note says so.
 */
export interface JobQueue {
  /** Whether `add` would refuse: asked before a video is looked at, because that takes longer than to say no. */
  isFull(): Promise<boolean>
  /** Undefined when the queue is full. */
  add(job: NewJob): Promise<Job | undefined>
  find(id: string): Promise<Job | undefined>
  /** How many are taken before it, 0 for the next one. Undefined for one that no longer waits. */
  positionOf(id: string): Promise<number | undefined>
  counts(): Promise<Readonly<Record<JobStatus, number>>>
  /** Newest first. */
  list(limit: number): Promise<readonly Job[]>
  /** Takes it out of the queue or stops it; one that is over stays as it is. Undefined for an unknown one. */
  cancel(id: string): Promise<Job | undefined>
  /** Forgets one that is over. */
  remove(id: string): Promise<void>
  /** Begins to take jobs, so many at once. */
  work(poolSize: number, run: RunJob): void
  /** Why jobs cannot be taken or written down at the moment; undefined when all is well. */
  trouble(): string | undefined
  /** Puts running jobs back and lets go of the store. */
  close(): Promise<void>
}
