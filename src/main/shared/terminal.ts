import type { AppState } from '../../contract/channels/app-state.ts'
import type { Problem } from '../../contract/boundary/result.ts'
import { stackOf } from '../../contract/boundary/error-message.ts'
import { inEnglish } from '../../core/sentence/sentence.ts'
import { printable, printableLines } from '../../node/printable.ts'

/** What the app says in the terminal, which obeys none of it. Goes to standard error when `--events -` has standard output. */
export interface Terminal {
  say(line: string): void
  problem(problem: Problem): void
  /** Our own fault, with where it happened. */
  fault(error: unknown): void
  /** One line a second on what is going on, for runs without a window to look at. */
  pulse(facts: Pulse): void
}

export interface Pulse {
  readonly atMs: number
  readonly state: AppState
  readonly pointer: { readonly x: number; readonly y: number } | undefined
  readonly framesPerS: number
  readonly latencyMs: number | undefined
}

export function createTerminal(out: TerminalStream): Terminal {
  // Whoever reads it may go (`| head`, a terminal that is closed): control goes on, unheard.
  out.on?.('error', () => undefined)
  let lastPulse: string | undefined
  const print = (line: string): void => {
    out.write(`${printable(line)}\n`)
  }
  return {
    say: print,
    problem: ({ message, fix }) => {
      print(inEnglish(message))
      if (fix !== undefined) print(`  → ${inEnglish(fix)}`)
    },
    fault: (error) => {
      out.write(`${printableLines(stackOf(error))}\n`)
    },
    pulse: (facts) => {
      const line = pulseLine(facts)
      // Before the first frame no time goes by: the same line every second tells nothing.
      if (line !== lastPulse) print(line)
      lastPulse = line
    },
  }
}

interface TerminalStream {
  write(text: string): unknown
  on?(event: 'error', listener: (error: Error) => void): unknown
}

function pulseLine({ atMs, state, pointer, framesPerS, latencyMs }: Pulse): string {
  const parts = [
    `${(atMs / 1000).toFixed(1).padStart(6)} s`,
    state.mode.padEnd(8),
    `${state.handCount} ${state.handCount === 1 ? 'hand ' : 'hands'}`,
    pointer === undefined
      ? 'cursor —'
      : `cursor ${Math.round(pointer.x)}, ${Math.round(pointer.y)}`,
    `${framesPerS.toFixed(1)} fps`,
  ]
  if (latencyMs !== undefined) parts.push(`${Math.round(latencyMs)} ms`)
  if (state.hint !== undefined) parts.push(inEnglish(state.hint))
  return parts.join('  ')
}
