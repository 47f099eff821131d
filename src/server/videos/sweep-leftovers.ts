import { inBackground } from '../../contract/boundary/faults.ts'
import type { FastifyBaseLogger } from 'fastify'
import { isOver } from '../../jobs/queue/job.ts'
import type { JobFiles } from '../../jobs/queue/job-files.ts'
import type { JobQueue } from '../../jobs/queue/job-queue.ts'

const HOUR_MS = 3_600_000

/**
 * Removes what a crash has left. Where other machines use the folder too, a file may be one that they are receiving: it is
 * left alone for an hour, and nobody waits for the queue to be asked.
 */
export async function sweepLeftovers(
  files: JobFiles,
  queue: JobQueue,
  isShared: boolean,
  log: FastifyBaseLogger,
): Promise<() => void> {
  const isWanted = async (id: string): Promise<boolean> => {
    const job = await queue.find(id)
    return job !== undefined && !isOver(job)
  }
  const sweepOf = (untouchedMs: number): Promise<void> =>
    files.sweep(isWanted, untouchedMs).catch((error: unknown) => {
      log.warn({ err: error }, 'what crashes have left could not be removed')
    })
  if (!isShared) {
    await sweepOf(0)
    return () => undefined
  }
  const removeLeftovers = (): void => inBackground('service', sweepOf(HOUR_MS))
  removeLeftovers()
  const timer = setInterval(removeLeftovers, HOUR_MS)
  return () => {
    clearInterval(timer)
  }
}
