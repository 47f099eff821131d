import { say } from '../../contract/words/say.ts'
import { MOST_ATTEMPTS, type JobOutcome } from './job.ts'
import type { JobFiles } from './job-files.ts'
import type { JobRun, RunJob } from './job-queue.ts'
import type { LiveUse } from './live-use.ts'
import { hasLandmarks } from '../export/read-landmarks.ts'
import { runWorker, type WorkerEnd } from '../worker/worker-process.ts'
import type { WorkerRequest } from '../worker/worker-protocol.ts'

export interface VideoJobOptions {
  readonly files: JobFiles
  readonly command: readonly string[]
  /** The worker's; this process's own when left out. */
  readonly env?: NodeJS.ProcessEnv
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly liveUse?: LiveUse
  readonly onEnd: (run: JobRun, outcome: JobOutcome, effort: JobCost) => void
}

export interface JobCost {
  readonly tookMs: number
  readonly framesDone: number
}

/** A job is a worker's run: its files become known only when it is done, and nothing else of it stays. */
export function createVideoJob({ files, onEnd, ...worker }: VideoJobOptions): RunJob {
  return async (run) => {
    const beganMs = performance.now()
    const { id } = run.job
    const request = videoJobRequest(run, files)
    let framesDone = 0
    const said = await runWorker({
      ...worker,
      request,
      signal: run.signal,
      onProgress: (done, total) => {
        framesDone = done
        run.progress(done, total)
      },
    })
    const end = await checkResultExists(said, request)
    if (end.kind === 'completed') {
      await files.keepAsResult(files.annotatedPath(id))
      await files.keepAsResult(files.landmarksPath(id))
    } else {
      await files.discard(id)
    }
    const outcome = outcomeOf(end, run)
    const isBack = outcome.kind === 'put-back' || outcome.kind === 'again'
    if (!isBack) await files.discardUpload(run.job)
    onEnd(run, outcome, { tookMs: performance.now() - beganMs, framesDone })
    return outcome
  }
}

function videoJobRequest({ job }: JobRun, files: JobFiles): WorkerRequest {
  return {
    kind: 'job',
    version: 1,
    job_id: job.id,
    video_path: job.videoPath,
    result_path: files.partOf(files.landmarksPath(job.id)),
    ...(job.options.annotate && { annotated_path: files.partOf(files.annotatedPath(job.id)) }),
    options: job.options,
  }
}

/** Any program may be the worker: one that says it is done has to have something to show. */
async function checkResultExists(
  said: WorkerEnd,
  { result_path }: WorkerRequest,
): Promise<WorkerEnd> {
  if (said.kind !== 'completed' || (await hasLandmarks(result_path))) return said
  return { kind: 'failed', reason: say('The worker wrote no result.') }
}

function outcomeOf(end: WorkerEnd, { job, signal }: JobRun): JobOutcome {
  // Whoever called it off is not to see it run again because its worker died in that moment.
  if (signal.aborted && end.kind !== 'completed') {
    return { kind: signal.reason === 'closing' ? 'put-back' : 'cancelled' }
  }
  if (end.kind === 'stopped') throw new Error('outcomeOf: stopped, but nobody asked for it')
  if (end.kind !== 'died') return end
  return job.attempts >= MOST_ATTEMPTS
    ? { kind: 'failed', reason: say('Tried twice. {}', end.reason) }
    : { kind: 'again', note: say('Run again. {}', end.reason) }
}
