import { ask } from '../means/ask.ts'

/** Asks a victim the same easy question again and again, and adds up what it waits beyond what a busy machine explains. */
export interface SignOfLife {
  /** How long it went without an answer, s. */
  hungS(): number
  stop(): void
}

const EVERY_MS = 200
/** On two busy cores an answer may take as long. */
const PATIENCE_MS = 2000

export function watchSignsOfLife(
  question: () => { readonly port: number; readonly path: string; readonly host: string },
): SignOfLife {
  let hungMs = 0
  let isOver = false
  const look = async (): Promise<void> => {
    while (!isOver) {
      const { port, path, host } = question()
      const { tookMs } = await ask({ port, path, headers: { host }, limitMs: 60_000 })
      if (tookMs > PATIENCE_MS) hungMs += tookMs
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
  }
  void look()
  return {
    hungS: () => Math.round(hungMs / 1000),
    stop: () => {
      isOver = true
    },
  }
}
