/** A client's allowance: `perS` messages a second, saved up for at most a second. */
export function createAllowance(perS: number, nowMs: () => number): () => boolean {
  let left = perS
  let atMs = nowMs()
  return () => {
    const now = nowMs()
    left = Math.min(perS, left + ((now - atMs) * perS) / 1000)
    atMs = now
    if (left < 1) return false
    left -= 1
    return true
  }
}
