import { OneEuroFilter } from '1eurofilter'

export interface OneEuroSettings {
  /** > 0: lower removes more jitter of a slow hand and adds lag. */
  readonly minCutoffHz: number
  /** ≥ 0, per unit of the filtered value and second: higher follows a fast hand more closely. */
  readonly beta: number
}

export interface OneEuro {
  /**
   * Smooths one coordinate. `atMs` must increase; a repeat or an older time returns the previous output. A value that is not
   * finite is ignored likewise. Constant memory.
   */
  filter(value: number, atMs: number): number
  reset(): void
}

/** Only the first interval uses it: after that the filter goes by real timestamps. */
const ASSUMED_RATE_HZ = 30

/** The authors' own 1€ filter (their unit of time is the second), made safe against repeated times and broken values. */
export function createOneEuro({ minCutoffHz, beta }: OneEuroSettings): OneEuro {
  const authors = new OneEuroFilter(ASSUMED_RATE_HZ, minCutoffHz, beta)
  let lastAtMs: number | undefined
  let last = 0
  return {
    filter(value, atMs) {
      const isLate = lastAtMs !== undefined && atMs <= lastAtMs
      if (isLate || !Number.isFinite(value) || !Number.isFinite(atMs)) return last
      lastAtMs = atMs
      last = authors.filter(value, atMs / 1000)
      return last
    },
    reset() {
      authors.reset()
      lastAtMs = undefined
      last = 0
    },
  }
}
