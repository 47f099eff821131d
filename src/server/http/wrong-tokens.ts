import { isThisMachine } from './connection-limits.ts'

/** Somebody who mistypes does so less often. */
const MOST_IN_A_MINUTE = 20
const MINUTE_MS = 60_000
/** How late a wrong token hears that it is one. */
const DELAY_MS = 1000
/** Waiting holds a connection: no more than these wait at once. */
const MOST_WAITING = 32
/** Whoever has so many addresses is not slowed by what is remembered of one. */
const MOST_ADDRESSES = 1000

/** Slows whoever tries out tokens, and nobody else. */
export interface WrongTokens {
  /**
   * Whether an address may show none for now, right or wrong. Never of this machine, where somebody else's guesses would
   * lock out its owner.
   */
  isShut(address: string): boolean
  /** Counts one; tells how long its answer is to wait, or `too-many`. */
  note(address: string): number | 'too-many'
}

export function createWrongTokens(nowMs: () => number): WrongTokens {
  const times = new Map<string, readonly number[]>()
  let waiting: readonly number[] = []
  const recent = (address: string): readonly number[] =>
    (times.get(address) ?? []).filter((atMs) => nowMs() - atMs < MINUTE_MS)
  return {
    isShut: (address) => !isThisMachine(address) && recent(address).length >= MOST_IN_A_MINUTE,
    note: (address) => {
      const atMs = nowMs()
      const before = recent(address)
      // The newest stand last: those that were heard of longest ago go.
      times.delete(address)
      times.set(address, [...before, atMs].slice(-MOST_IN_A_MINUTE))
      const [oldest] = times.keys()
      if (times.size > MOST_ADDRESSES && oldest !== undefined) times.delete(oldest)
      if (before.length < MOST_IN_A_MINUTE) return 0
      waiting = waiting.filter((sinceMs) => atMs - sinceMs < DELAY_MS)
      if (waiting.length >= MOST_WAITING) return 'too-many'
      waiting = [...waiting, atMs]
      return DELAY_MS
    },
  }
}
