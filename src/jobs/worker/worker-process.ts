import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { rememberLastOutput, lastLine } from '../../node/last-words.ts'
import { say } from '../../contract/words/say.ts'
import { verbatim, type Sentence } from '../../core/sentence/sentence.ts'
import { lowerPriority } from './lower-priority.ts'
import type { LiveUse } from '../queue/live-use.ts'
import { killTree, treeBytes } from './process-tree.ts'
import { readLines } from './read-lines.ts'
import {
  parseReport,
  type ThrottleCommand,
  type WorkerRequest,
  type WorkerReport,
} from './worker-protocol.ts'
import { hearErrors } from '../../node/hear-errors.ts'

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
  /** It ended without a word, whatever ended it, or stopped saying anything. */
  | { readonly kind: 'died'; readonly reason: Sentence }

const LOOK_EVERY_MS = 500
/** Our own worker gives a sign of life every five seconds. */
const LONGEST_SILENCE_MS = 30_000
const MOST_SILENT_LOOKS = LONGEST_SILENCE_MS / LOOK_EVERY_MS
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
  const child = hearErrors(
    spawn(program, args, { detached, stdio: 'pipe', env: run.env ?? process.env }),
  )
  const { pid } = child
  // One that lacks descriptors has no streams either.
  if (pid === undefined) return notStarted(child)
  lowerPriority(pid)
  let ending: WorkerEnd | undefined
  const end = (as: WorkerEnd): void => {
    ending ??= as
    killTree(pid)
  }
  const said = rememberLastOutput(child.stderr)
  const silence = onWorkerReports(child, run, (report) => {
    ending ??= endOf(report)
    // A worker that has said how it ended may still take a moment to let go.
    child.stdin.end()
  })
  const stopWatching = enforceLimits(pid, run, silence, end)
  return new Promise((resolve) => {
    // Of one that runs it says that a signal did not get there.
    child.on('error', () => undefined)
    child.once('close', (code, signal) => {
      stopWatching()
      // What it started may outlive it.
      killTree(pid)
      resolve(ending ?? { kind: 'died', reason: describeExit(code, signal, said()) })
    })
    child.stdin.write(`${JSON.stringify(run.request)}\n`)
    const stopPacing = throttleWhileLive(child, run.liveUse)
    child.once('close', stopPacing)
  })
}

const notStarted = (child: ChildProcess): Promise<WorkerEnd> =>
  new Promise((resolve) => {
    child.once('error', ({ message }) => {
      resolve({ kind: 'failed', reason: say('The worker could not be started: {}', message) })
    })
  })

/** Any program may be the worker: what it says in English alone stays English. */
function endOf(report: LastReport): WorkerEnd {
  const { kind, said } = report
  if (kind === 'failed') return { kind, reason: said ?? verbatim(report.reason) }
  return report.note === undefined ? { kind } : { kind, note: said ?? verbatim(report.note) }
}
type LastReport = Extract<WorkerReport, { kind: 'completed' | 'failed' }>

function throttleWhileLive(
  child: ChildProcessWithoutNullStreams,
  liveUse: LiveUse | undefined,
): () => void {
  if (liveUse === undefined) return () => undefined
  const sendThrottle = (): void => {
    const request: ThrottleCommand = { kind: 'pace', rest_ratio: liveUse.isOn() ? REST_RATIO : 0 }
    if (child.stdin.writable) child.stdin.write(`${JSON.stringify(request)}\n`)
  }
  if (liveUse.isOn()) sendThrottle()
  return liveUse.onChange(sendThrottle)
}

function onWorkerReports(
  child: ChildProcessWithoutNullStreams,
  { onProgress }: WorkerRun,
  onEnd: (report: LastReport) => void,
): Silence {
  const silence: Silence = { looks: undefined }
  readLines(child.stdout, MAX_LINE_CHARS, (line) => {
    silence.looks = 0
    const report = parseReport(line)
    if (report?.kind === 'progress') onProgress(report.frames_done, report.frames_total)
    else if (report !== undefined) onEnd(report)
  })
  return silence
}

/** How often it was looked at since its last line; undefined until it has said anything: not every engine tells how far it is. */
interface Silence {
  looks: number | undefined
}

function enforceLimits(
  pid: number,
  { signal, timeoutMs, maxBytes }: WorkerRun,
  silence: Silence,
  end: (as: WorkerEnd) => void,
): () => void {
  const timeout = setTimeout(() => {
    const reason = say('It took longer than {} s.', Math.round(timeoutMs / 1000))
    end({ kind: 'failed', reason })
  }, timeoutMs)
  const looking = setInterval(() => {
    // Looks are counted and not time, which goes on while the computer sleeps.
    if (silence.looks !== undefined) silence.looks += 1
    if ((silence.looks ?? 0) > MOST_SILENT_LOOKS) {
      const reason = say('The worker said nothing for {} s.', LONGEST_SILENCE_MS / 1000)
      end({ kind: 'died', reason })
    }
    treeBytes(pid).then(
      (bytes = 0) => {
        if (bytes <= maxBytes) return
        const reason = say('It took more than {} MB of memory.', Math.round(maxBytes / 2 ** 20))
        end({ kind: 'failed', reason })
      },
      // No descriptor is free for a look at /proc: the next one may succeed, and no job is worth this process's end.
      () => undefined,
    )
  }, LOOK_EVERY_MS)
  const onAbort = (): void => {
    end({ kind: 'stopped' })
  }
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort)
  return () => {
    clearTimeout(timeout)
    clearInterval(looking)
    signal.removeEventListener('abort', onAbort)
  }
}

function describeExit(code: number | null, signal: string | null, stderr: string): Sentence {
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
