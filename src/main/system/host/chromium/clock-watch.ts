/** Two clocks, ms: one on the wall, and one that stands still while the computer sleeps. */
export interface Clocks {
  wallMs(): number
  awakeMs(): number
  /** Calls again and again until the answer is called. */
  every(periodMs: number, act: () => void): () => void
}

const LOOK_EVERY_MS = 2000
/** More than a clock is put right by while it runs (NTP steps by less, and seldom), less than any sleep that matters. */
const SLEPT_MS = 10_000

/** Calls after the computer has slept: the clock on the wall has gone on meanwhile. Answers how to stop. */
export function watchClock(onSlept: () => void, clocks: Clocks): () => void {
  const asleep = (): number => clocks.wallMs() - clocks.awakeMs()
  let before = asleep()
  return clocks.every(LOOK_EVERY_MS, () => {
    const now = asleep()
    const sleptMs = now - before
    before = now
    if (sleptMs > SLEPT_MS) onSlept()
  })
}

export const machineClocks: Clocks = {
  wallMs: () => Date.now(),
  awakeMs: () => performance.now(),
  every: (periodMs, act) => {
    const timer = setInterval(act, periodMs).unref()
    return () => {
      clearInterval(timer)
    }
  },
}
