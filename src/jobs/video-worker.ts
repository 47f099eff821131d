import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { openVideoJob } from './video/video-job.ts'
import { parseOrder, type WorkerReport } from './worker-protocol.ts'

/**
 * Our own worker: a video through the native trackers, in a process of its own. Speaks the worker protocol.
 */
const MODELS_FOLDER = join(import.meta.dirname, '../../resources/models/onnx')
/** Reports of progress are for people. */
const REPORT_EVERY_MS = 200

const report = (said: WorkerReport): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(said)}\n`, () => {
      resolve()
    })
  })

const lines = createInterface({ input: process.stdin })
lines.once('line', (line) => {
  void work(line).then(async (end) => {
    await report(end)
    process.exit(0)
  })
})
// Nobody waits any more: the service is gone, or wants this to end.
lines.once('close', () => process.exit(1))

async function work(line: string): Promise<WorkerReport> {
  try {
    let reportedMs = Number.NEGATIVE_INFINITY
    const job = await openVideoJob(parseOrder(line), MODELS_FOLDER)
    const note = await job.run((framesDone, framesTotal) => {
      if (performance.now() - reportedMs < REPORT_EVERY_MS) return
      reportedMs = performance.now()
      void report({ kind: 'progress', frames_done: framesDone, frames_total: framesTotal })
    })
    return { kind: 'completed', ...(note !== undefined && { note }) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { kind: 'failed', reason: reason.slice(0, 500) }
  }
}
