import { execFile } from 'node:child_process'

export type ToolRun =
  | { readonly kind: 'done'; readonly stdout: string }
  /** The program is not installed. */
  | { readonly kind: 'absent' }
  /** It ran and refused, or was ended because it was late; `reason` is the last thing it said. */
  | { readonly kind: 'refused'; readonly reason: string; readonly isLate: boolean }

/** Runs ffmpeg or ffprobe without a shell and waits for its end: 0 ms for as long as it takes. */
export function runTool(program: string, args: readonly string[], timeoutMs = 0): Promise<ToolRun> {
  return new Promise((resolve) => {
    const limits = { maxBuffer: 1 << 24, timeout: timeoutMs, killSignal: 'SIGKILL' } as const
    execFile(program, [...args], limits, (error, stdout, stderr) => {
      if (error === null) return resolve({ kind: 'done', stdout })
      if (error.code === 'ENOENT') return resolve({ kind: 'absent' })
      const lines = stderr.trim().split('\n')
      const reason = lines.at(-1)?.trim() ?? error.message
      return resolve({ kind: 'refused', reason, isLate: error.killed === true })
    })
  })
}
