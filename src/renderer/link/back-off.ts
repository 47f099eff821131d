const FIRST_MS = 100
const LONGEST_MS = 2000

/** How long to wait before the n-th attempt in a row (from 0): soon at first, then at most every two seconds. */
export function backOffMs(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS)
}
