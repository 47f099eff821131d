import { spawn, type ChildProcess } from 'node:child_process'
import { rememberLastOutput, lastLine } from '../../../../node/last-words.ts'
import { hearErrors } from '../../../../node/hear-errors.ts'
import { leash } from '../../../../node/leash.ts'

const GRACE_MS = 3000

export interface BrowserExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** The end of what the browser said on its error stream. */
  readonly lastWords: string
}

export interface BrowserProcess {
  /** Resolves when the browser has ended, whoever ended it. */
  readonly ended: Promise<BrowserExit>
  /** Asks the browser to end, ends all its processes by force after 3 s, and resolves when it is gone. */
  close(): Promise<void>
}

/**
 * Starts a browser as the head of a process group of its own, so that it can be ended with all its helpers. Where the
 * system can tie a child's life to its parent's (setpriv), the browser ends even when we are killed outright: an
 * orphaned window would keep the camera on.
 */
export function startBrowser(
  program: string,
  flags: readonly string[],
  temporaryFolder: string,
): BrowserProcess {
  const isWindows = process.platform === 'win32'
  const [first = program, ...rest] = [...leash(), program, ...flags]
  const child = hearErrors(
    spawn(first, rest, {
      env: { ...process.env, ...(!isWindows && { TMPDIR: temporaryFolder }) },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: !isWindows,
      windowsHide: true,
    }),
  )
  const lastWords = rememberLastOutput(child.stderr)
  const endGroup = (): void => {
    signalGroup(child, 'SIGKILL', isWindows)
  }
  process.once('exit', endGroup)
  const ended = new Promise<BrowserExit>((resolve) => {
    child.once('error', (error) => {
      resolve({ code: 127, signal: null, lastWords: error.message })
    })
    child.once('exit', (code, signal) => {
      process.removeListener('exit', endGroup)
      // Helpers outlive their head by moments, and after a crash for ever.
      endGroup()
      resolve({ code, signal, lastWords: lastWords() })
    })
  })
  return {
    ended,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
      signalGroup(child, 'SIGTERM', isWindows)
      const timer = setTimeout(endGroup, GRACE_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

function signalGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL', isWindows: boolean): void {
  if (child.pid === undefined) return
  if (isWindows) {
    const force = signal === 'SIGKILL' ? ['/F'] : []
    hearErrors(spawn('taskkill', ['/PID', String(child.pid), '/T', ...force], { stdio: 'ignore' }))
    return
  }
  try {
    process.kill(signal === 'SIGTERM' ? child.pid : -child.pid, signal)
  } catch {
    // It ended in this very moment, which is what was wanted.
  }
}

/** For people: `code 1, "Missing X server"`. */
export function describeExit({ code, signal, lastWords }: BrowserExit): string {
  const how = signal === null ? `code ${code}` : `signal ${signal}`
  const last = lastLine(lastWords)
  return last === '' ? how : `${how}, "${last}"`
}
