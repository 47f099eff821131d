import { inBackground } from '../../contract/boundary/faults.ts'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { saidBy } from '../../contract/words/said-error.ts'
import { inEnglish, type Sentence } from '../../core/sentence/sentence.ts'
import type { FrameDetector, OpenDetector } from '../video/frame-detector.ts'
import { openVideoJob } from '../video/video-job.ts'
import { parseRequest, parsePace, type WorkerReport } from './worker-protocol.ts'

/** Reports of progress are for people. */
const REPORT_EVERY_MS = 200
/** Whoever started this ends it when it is silent for 30 s (`worker-process.ts`): it hangs. */
const SIGN_OF_LIFE_EVERY_MS = 5000
/** A frame that took long on a busy machine is no reason to rest as much longer. */
const MOST_REST_MS = 200

const writeReport = (said: WorkerReport): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(said)}\n`, () => {
      resolve()
    })
  })

/** The worker's side of the protocol, for a process that does nothing else: one order, how much to rest, reports, the end. */
export function workOnRequest(openDetector: OpenDetector): void {
  const lines = createInterface({ input: process.stdin })
  let restRatio = 0
  const openRestingDetector: OpenDetector = async (options) =>
    restingDetector(await openDetector(options), () => restRatio)
  lines.once('line', (line) => {
    lines.on('line', (more) => (restRatio = parsePace(more)?.rest_ratio ?? restRatio))
    inBackground(
      'videos',
      runRequest(line, openRestingDetector).then(async (end) => {
        await writeReport(end)
        process.exit(0)
      }),
    )
  })
  // Nobody waits any more: the service is gone, or wants this to end.
  lines.once('close', () => process.exit(1))
}

function restingDetector(detector: FrameDetector, restRatio: () => number): FrameDetector {
  return {
    detect: async (pixels, atMs) => {
      const beganMs = performance.now()
      const found = await detector.detect(pixels, atMs)
      const restMs = Math.min(MOST_REST_MS, restRatio() * (performance.now() - beganMs))
      if (restMs > 0) await setTimeout(restMs)
      return found
    },
  }
}

async function runRequest(line: string, openDetector: OpenDetector): Promise<WorkerReport> {
  let last: WorkerReport | undefined
  const sign = setInterval(
    () => inBackground('videos', writeReport(last ?? NOTHING_YET)),
    SIGN_OF_LIFE_EVERY_MS,
  )
  inBackground('videos', writeReport(NOTHING_YET))
  try {
    let reportedMs = Number.NEGATIVE_INFINITY
    const job = await openVideoJob(parseRequest(line), openDetector)
    const note = await job.run((framesDone, framesTotal) => {
      last = { kind: 'progress', frames_done: framesDone, frames_total: framesTotal }
      if (performance.now() - reportedMs < REPORT_EVERY_MS) return
      reportedMs = performance.now()
      inBackground('videos', writeReport(last))
    })
    // How many there were in the end is no matter of pace.
    if (last !== undefined) await writeReport(last)
    if (note === undefined) return { kind: 'completed' }
    return { kind: 'completed', note: errorMessage(note), said: note }
  } catch (error) {
    const said = saidBy(error)
    return { kind: 'failed', reason: errorMessage(said), said }
  } finally {
    clearInterval(sign)
  }
}

const NOTHING_YET: WorkerReport = { kind: 'progress', frames_done: 0, frames_total: 0 }

const errorMessage = (said: Sentence): string => inEnglish(said).slice(0, 500)
