import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'

export interface PointerSample {
  /** Unix epoch, ms. */
  readonly atMs: number
  readonly x: number
  readonly y: number
}

/** Reads where the real X pointer is, a hundred times a second, in a process of its own. */
export function tracePointer(display: string): {
  readonly samples: readonly PointerSample[]
  stop(): void
} {
  const samples: PointerSample[] = []
  const child = spawn(process.execPath, [join(import.meta.dirname, 'pointer-reader.ts')], {
    env: { ...process.env, DISPLAY: display },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    samples.push(JSON.parse(line) as PointerSample)
  })
  return {
    samples,
    stop: () => {
      child.kill('SIGKILL')
    },
  }
}
