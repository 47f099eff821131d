import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { keepLastWords, lastLine } from '../../node/last-words.ts'
import { say } from '../../contract/words/say.ts'
import { verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import { lowerPriority } from './lower-priority.ts'
import type { LiveUse } from '../queue/live-use.ts'
import { killTree, treeBytes } from './process-tree.ts'
import { takeLines } from './take-lines.ts'
import {
  parseReport,
  type ThrottleCommand,
  type WorkerRequest,
  type WorkerReport,
} from './worker-protocol.ts'

export interface WorkerRun {
  /** Program and arguments; no shell reads them. */
  readonly command: readonly string[]
  /** This process's own when left out. */
  readonly env?: NodeJS.ProcessEnv
  readonly request: WorkerRequest
  readonly signal: AbortSignal
  readonly timeoutMs: number
  /** Of the worker and all it starts. */
  readonly maxBytes: number
  /** The worker rests between frames while somebody controls the computer by hand; when left out, never. */
  readonly liveUse?: LiveUse
  readonly onProgress: (framesDone: number, framesTotal: number) => void
}

export type WorkerEnd =
  | { readonly kind: 'completed'; readonly note?: Sentence | undefined }
  | { readonly kind: 'failed'; readonly reason: Sentence }
  /** By the run's signal. */
  | { readonly kind: 'stopped' }
  /** It ended without a word, whatever ended it. */
  | { readonly kind: 'died'; readonly reason: Sentence }

const WATCH_MEMORY_EVERY_MS = 500
/** A report is far shorter, and so is what libraries print. */
const MAX_LINE_CHARS = 65_536
/** A fifth of the time at work. With two fifths p95 of live control was 1.115 of what it is alone (`bench -- live-with-jobs`). */
const REST_RATIO = 4

/**
 * One job in a process of its own, which is gone with its children when this settles, however it went. Never rejects:
 * a worker that cannot be started, takes too long or too much has failed.
 */
export function runWorker(run: WorkerRun): Promise<WorkerEnd> {
  const [program = '', ...args] = run.command
  const detached = process.platform !== 'win32'
  const child = spawn(program, args, { detached, stdio: 'pipe', env: run.env ?? process.env })
  if (child.pid !== undefined) lowerPriority(child.pid)
  let ending: WorkerEnd | undefined
  const end = (as: WorkerEnd): void => {
    ending ??= as
    if (child.pid !== undefined) killTree(child.pid)
  }
  const said = keepLastWords(child.stderr)
  listen(child, run, (report) => {
    ending ??= endOf(report)
    // A worker that has said how it ended may still take a moment to let go.
    child.stdin.end()
  })
  const stopWatching = watch(child, run, end)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      stopWatching()
      resolve({ kind: 'failed', reason: say('The worker could not be started: {}', error.message) })
    })
    child.once('close', (code, signal) => {
      stopWatching()
      // What it started may outlive it.
      if (child.pid !== undefined) killTree(child.pid)
      resolve(ending ?? { kind: 'died', reason: howItEnded(code, signal, said()) })
    })
    // A worker that is gone before it has read its order is told of by its end.
    child.stdin.on('error', () => undefined)
    child.stdin.write(`${JSON.stringify(run.request)}\n`)
    const stopPacing = pace(child, run.liveUse)
    child.once('close', stopPacing)
  })
}

/** Any program may be the worker: what it says in English alone stays English. */
function endOf(report: LastReport): WorkerEnd {
  const { kind, said } = report
  if (kind === 'failed') return { kind, reason: said ?? verbatim(report.reason) }
  return report.note === undefined ? { kind } : { kind, note: said ?? verbatim(report.note) }
}
type LastReport = Extract<WorkerReport, { kind: 'completed' | 'failed' }>

function pace(child: ChildProcessWithoutNullStreams, liveUse: LiveUse | undefined): () => void {
  if (liveUse === undefined) return () => undefined
  const tell = (): void => {
    const request: ThrottleCommand = { kind: 'pace', rest_ratio: liveUse.isOn() ? REST_RATIO : 0 }
    if (child.stdin.writable) child.stdin.write(`${JSON.stringify(request)}\n`)
  }
  if (liveUse.isOn()) tell()
  return liveUse.onChange(tell)
}

function listen(
  child: ChildProcessWithoutNullStreams,
  { onProgress }: WorkerRun,
  onEnd: (report: LastReport) => void,
): void {
  takeLines(child.stdout, MAX_LINE_CHARS, (line) => {
    const report = parseReport(line)
    if (report?.kind === 'progress') onProgress(report.frames_done, report.frames_total)
    else if (report !== undefined) onEnd(report)
  })
}

function watch(
  child: ChildProcessWithoutNullStreams,
  { signal, timeoutMs, maxBytes }: WorkerRun,
  end: (as: WorkerEnd) => void,
): () => void {
  const timeout = setTimeout(() => {
    const reason = say('It took longer than {} s.', Math.round(timeoutMs / 1000))
    end({ kind: 'failed', reason })
  }, timeoutMs)
  const memory = setInterval(() => {
    if (child.pid === undefined) return
    void treeBytes(child.pid).then(
      (bytes = 0) => {
        if (bytes <= maxBytes) return
        const reason = say('It took more than {} MB of memory.', Math.round(maxBytes / 2 ** 20))
        end({ kind: 'failed', reason })
        // Who has no descriptor left to look with looks again, and ends nothing.
      },
      () => undefined,
    )
  }, WATCH_MEMORY_EVERY_MS)
  const onAbort = (): void => {
    end({ kind: 'stopped' })
  }
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort)
  return () => {
    clearTimeout(timeout)
    clearInterval(memory)
    signal.removeEventListener('abort', onAbort)
  }
}

function howItEnded(code: number | null, signal: string | null, stderr: string): Sentence {
  const last = lastLine(stderr).slice(0, 300)
  if (signal !== null) {
    return last === ''
      ? say('The worker was ended by {}.', signal)
      : say('The worker was ended by {}: {}', signal, last)
  }
  return last === ''
    ? say('The worker ended with {}.', String(code))
    : say('The worker ended with {}: {}', String(code), last)
}
