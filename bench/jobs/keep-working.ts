import { EventEmitter, once } from 'node:events'
import { join } from 'node:path'
import { SaidError } from '../../src/contract/words/said-error.ts'
import { jobOptionsSchema } from '../../src/jobs/queue/job.ts'
import { usualPoolSize } from '../../src/jobs/queue/usual-pool-size.ts'
import { runWorker } from '../../src/jobs/worker/worker-process.ts'

export interface WorkingJobs {
  /** Of all of them together, since the first of them had looked at a frame. */
  framesPerS(): number
  stop(): Promise<void>
}

const WORKER = join(import.meta.dirname, '../../src/programs/video-worker.ts')

/** As many workers as work at once by default, on this film again and again. Resolves when each has looked at a frame. */
export async function keepWorking(film: string, folder: string): Promise<WorkingJobs> {
  const stop = new AbortController()
  const begun = new EventEmitter()
  let [frames, beganMs] = [0, Number.NaN]
  const work = async (number: number): Promise<void> => {
    while (!stop.signal.aborted) {
      let done = 0
      const end = await runWorker({
        command: [process.execPath, WORKER],
        request: {
          ...{ kind: 'job', version: 1, job_id: `bench-${number}`, video_path: film },
          result_path: join(folder, `${number}.part`),
          options: jobOptionsSchema.parse({}),
        },
        signal: stop.signal,
        timeoutMs: 600_000,
        maxBytes: 2 ** 40,
        // As the app says it while it follows hands, which the bench's camera shows all the time.
        liveUse: { isOn: () => true, onChange: () => () => undefined },
        onProgress: (framesDone) => {
          frames += framesDone - done
          done = framesDone
          begun.emit(String(number))
        },
      })
      if (end.kind !== 'stopped' && end.kind !== 'completed') {
        throw new SaidError(end.reason)
      }
    }
  }
  const numbers = Array.from({ length: usualPoolSize() }, (_, number) => number)
  const first = Promise.all(numbers.map((number) => once(begun, String(number))))
  const working = numbers.map(work)
  await Promise.race([first, ...working])
  ;[frames, beganMs] = [0, performance.now()]
  return {
    framesPerS: () => (frames * 1000) / (performance.now() - beganMs),
    stop: async () => {
      stop.abort()
      await Promise.all(working)
    },
  }
}
