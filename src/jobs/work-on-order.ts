import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { saidBy } from '../contract/said-error.ts'
import { inEnglish, type Sentence } from '../core/sentence.ts'
import type { FrameLooker, OpenLooker } from './video/frame-looker.ts'
import { openVideoJob } from './video/video-job.ts'
import { parseOrder, parsePace, type WorkerReport } from './worker-protocol.ts'

/** Reports of progress are for people. */
const REPORT_EVERY_MS = 200
/** A frame that took long on a busy machine is no reason to rest as much longer. */
const MOST_REST_MS = 200

const report = (said: WorkerReport): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(`${JSON.stringify(said)}\n`, () => {
      resolve()
    })
  })

/** The worker's side of the protocol, for a process that does nothing else: one order, how much to rest, reports, the end. */
export function workOnOrder(openLooker: OpenLooker): void {
  const lines = createInterface({ input: process.stdin })
  let restRatio = 0
  const openResting: OpenLooker = async (options) =>
    restingLooker(await openLooker(options), () => restRatio)
  lines.once('line', (line) => {
    lines.on('line', (more) => (restRatio = parsePace(more)?.rest_ratio ?? restRatio))
    void work(line, openResting).then(async (end) => {
      await report(end)
      process.exit(0)
    })
  })
  // Nobody waits any more: the service is gone, or wants this to end.
  lines.once('close', () => process.exit(1))
}

function restingLooker(looker: FrameLooker, restRatio: () => number): FrameLooker {
  return {
    look: async (pixels, atMs) => {
      const beganMs = performance.now()
      const found = await looker.look(pixels, atMs)
      const restMs = Math.min(MOST_REST_MS, restRatio() * (performance.now() - beganMs))
      if (restMs > 0) await setTimeout(restMs)
      return found
    },
  }
}

async function work(line: string, openLooker: OpenLooker): Promise<WorkerReport> {
  try {
    let reportedMs = Number.NEGATIVE_INFINITY
    let last: WorkerReport | undefined
    const job = await openVideoJob(parseOrder(line), openLooker)
    const note = await job.run((framesDone, framesTotal) => {
      last = { kind: 'progress', frames_done: framesDone, frames_total: framesTotal }
      if (performance.now() - reportedMs < REPORT_EVERY_MS) return
      reportedMs = performance.now()
      void report(last)
    })
    // How many there were in the end is no matter of pace.
    if (last !== undefined) await report(last)
    if (note === undefined) return { kind: 'completed' }
    return { kind: 'completed', note: words(note), said: note }
  } catch (error) {
    const said = saidBy(error)
    return { kind: 'failed', reason: words(said), said }
  }
}

const words = (said: Sentence): string => inEnglish(said).slice(0, 500)
