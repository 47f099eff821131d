/** Counts times in steps of equal width; the last one takes all that is longer. */
export interface Histogram {
  readonly stepMs: number
  add(ms: number): void
  /** How many fell into each step. */
  counts(): readonly number[]
  /** The time that this share of all stayed below, 0..1; undefined before the first. */
  quantileMs(share: number): number | undefined
}

const STEPS = 25

export function createHistogram(stepMs: number): Histogram {
  const counts = Array.from({ length: STEPS }, () => 0)
  return {
    stepMs,
    add(ms) {
      if (!Number.isFinite(ms) || ms < 0) return
      const step = Math.min(STEPS - 1, Math.floor(ms / stepMs))
      counts[step] = (counts[step] ?? 0) + 1
    },
    counts: () => [...counts],
    quantileMs(share) {
      const all = counts.reduce((sum, count) => sum + count, 0)
      if (all === 0) return undefined
      let seen = 0
      for (const [step, count] of counts.entries()) {
        seen += count
        if (seen >= share * all) return (step + 1) * stepMs
      }
      return STEPS * stepMs
    },
  }
}
