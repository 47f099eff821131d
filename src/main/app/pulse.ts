import type { ComposedApp } from './compose.ts'
import type { Terminal } from '../shared/terminal.ts'

const PULSE_MS = 1000

/** Tells the terminal once a second what goes on, and at once what was seen and done. Returns what stops it. */
export function startPulse(parts: {
  readonly app: ComposedApp
  readonly terminal: Terminal
}): () => void {
  const { app, terminal } = parts
  const stops = [
    app.publisher.onShown((line) => {
      terminal.say(`${(app.clock.atMs() / 1000).toFixed(1).padStart(6)} s  ${line}`)
    }),
  ]
  let framesBefore = 0
  const timer = setInterval(() => {
    const { frames, pointer, latencyMs } = app.summary.now()
    terminal.pulse({
      atMs: app.clock.atMs(),
      state: app.stateStore.current(),
      pointer,
      framesPerS: ((frames - framesBefore) * 1000) / PULSE_MS,
      latencyMs,
    })
    framesBefore = frames
  }, PULSE_MS)
  return () => {
    clearInterval(timer)
    for (const stop of stops) stop()
  }
}
