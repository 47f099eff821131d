import type { JobQueue } from '../../jobs/queue/job-queue.ts'
import { runTool } from '../../node/run-tool.ts'
import type { HealthCheck } from '../http/health-report.ts'

export interface JobHealthOptions {
  readonly queue: JobQueue
  readonly poolSize: number
  /** Where jobs wait. */
  readonly kept: 'file' | 'redis'
  /** What happened to the jobs of before, for people. */
  readonly mishap: string | undefined
}

const ASK_MS = 5000
/** Whoever watches asks often, and programs are seldom installed. */
const REMEMBER_MS = 10_000

/** How the video jobs are: the queue, the workers and ffmpeg. */
export function createJobHealth({ queue, poolSize, kept, mishap }: JobHealthOptions): HealthCheck {
  const hasFfmpeg = cachedFor(REMEMBER_MS, async () => {
    const tools = await Promise.all(
      ['ffmpeg', 'ffprobe'].map((tool) => runTool(tool, ['-version'], { timeoutMs: ASK_MS })),
    )
    return tools.every(({ kind }) => kind === 'done')
  })
  return async () => {
    const counts = await countsOf(queue)
    const isReady = await hasFfmpeg()
    return {
      trouble:
        queue.trouble() ??
        (counts === undefined ? 'the queue does not answer' : undefined) ??
        (isReady ? undefined : 'ffmpeg is not installed'),
      said: {
        jobs: {
          queue: kept,
          ffmpeg: isReady,
          workers: poolSize,
          busy: counts?.processing ?? null,
          queued: counts?.queued ?? null,
          ...(mishap !== undefined && { mishap }),
        },
      },
    }
  }
}

/** Undefined while the queue cannot be asked. */
export async function countsOf(queue: JobQueue) {
  try {
    return await queue.counts()
  } catch {
    return undefined
  }
}

function cachedFor<Value>(ms: number, readValue: () => Promise<Value>): () => Promise<Value> {
  let known: Promise<Value> | undefined
  let lookedMs = 0
  return () => {
    const nowMs = performance.now()
    if (known === undefined || nowMs - lookedMs > ms) {
      known = readValue()
      lookedMs = nowMs
    }
    return known
  }
}
