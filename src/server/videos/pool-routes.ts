import { availableParallelism, freemem, loadavg, totalmem } from 'node:os'
import type { FastifyInstance } from 'fastify'
import type { JobQueue } from '../../jobs/queue/job-queue.ts'
import { estimatedWaitS } from './video-answers.ts'

/** How busy the workers are, for those who look after a machine. */
export function addPoolRoutes(
  app: FastifyInstance,
  { queue, poolSize }: { readonly queue: JobQueue; readonly poolSize: number },
): void {
  const poolOf = async (): Promise<object> => {
    const counts = await queue.counts()
    const recent = await queue.list(50)
    return {
      workers: { size: poolSize, busy: Math.min(poolSize, counts.processing) },
      queue_length: counts.queued,
      estimated_wait_s: estimatedWaitS(recent, counts, poolSize) ?? null,
      counts,
      system: {
        cores: availableParallelism(),
        load: loadavg(),
        memory_mb: { free: toMb(freemem()), total: toMb(totalmem()) },
        service_memory_mb: toMb(process.memoryUsage().rss),
      },
    }
  }
  app.get('/api/pose/pool-status', poolOf)
}

const toMb = (bytes: number): number => Math.round(bytes / 2 ** 20)
