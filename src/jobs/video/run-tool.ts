import { execFile } from 'node:child_process'

export type ToolRun =
  | { readonly kind: 'done'; readonly stdout: string }
  /** The program is not installed. */
  | { readonly kind: 'absent' }
  /** It ran and refused; `reason` is the last thing it said. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'too-slow' }

/** Some files (damaged ones, huge ones that hold nothing) would be searched for hours. */
const TIMEOUT_MS = 10_000

/** Runs ffmpeg or ffprobe without a shell and waits for its end. */
export function runTool(program: string, args: readonly string[]): Promise<ToolRun> {
  return new Promise((resolve) => {
    const limits = { maxBuffer: 1 << 24, timeout: TIMEOUT_MS, killSignal: 'SIGKILL' } as const
    execFile(program, [...args], limits, (error, stdout, stderr) => {
      if (error === null) return resolve({ kind: 'done', stdout })
      if (error.code === 'ENOENT') return resolve({ kind: 'absent' })
      if (error.killed === true) return resolve({ kind: 'too-slow' })
      const lines = stderr.trim().split('\n')
      return resolve({ kind: 'refused', reason: lines.at(-1)?.trim() ?? error.message })
    })
  })
}
