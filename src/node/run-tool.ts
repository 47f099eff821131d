import { execFile } from 'node:child_process'
import { lastLine } from './last-words.ts'
import { hearErrors } from './hear-errors.ts'

export type ToolRun =
  | { readonly kind: 'done'; readonly stdout: string }
  /** The program is not installed. */
  | { readonly kind: 'absent' }
  /** It ran and refused, or was ended because it was late; `reason` is the last thing it said. */
  | { readonly kind: 'refused'; readonly reason: string; readonly isLate: boolean }

export interface ToolOptions {
  /** It is ended after this long; when left out, its end is waited for. */
  readonly timeoutMs?: number
  /** All of its environment; this process's own when left out. */
  readonly env?: NodeJS.ProcessEnv
  /** Written to its standard input. */
  readonly input?: string
}

const MOST_BYTES = 1 << 24

/** Runs somebody else's program without a shell and waits for its end. */
export function runTool(
  program: string,
  args: readonly string[],
  { timeoutMs = 0, env, input }: ToolOptions = {},
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const limits = {
      maxBuffer: MOST_BYTES,
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      env,
    } as const
    const child = execFile(program, [...args], limits, (error, stdout, stderr) => {
      if (error === null) return resolve({ kind: 'done', stdout })
      if (error.code === 'ENOENT') return resolve({ kind: 'absent' })
      const reason = lastLine(stderr) || error.message
      return resolve({ kind: 'refused', reason, isLate: error.killed === true })
    })
    // One that ends before it has read everything is told of by its end.
    hearErrors(child)
    if (input !== undefined) child.stdin?.end(input)
  })
}
