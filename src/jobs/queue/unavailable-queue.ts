import { QueueUnavailable, type JobQueue } from './job-queue.ts'

/** A queue that cannot be had: whoever asks hears why, and what needs no jobs goes on. */
export function unavailableQueue(why: string): JobQueue {
  const refuse = (): Promise<never> => Promise.reject(new QueueUnavailable(why))
  return {
    isFull: refuse,
    add: refuse,
    find: refuse,
    positionOf: refuse,
    counts: refuse,
    list: refuse,
    cancel: refuse,
    remove: refuse,
    work: () => undefined,
    trouble: () => why,
    close: () => Promise.resolve(),
  }
}
