/** Frames that stop for this long mid-gesture mean that tracking stopped: slower than any tracker we ship. */
const STALL_MS = 300
const CHECK_MS = 50

/** Notices that no frames come any more while something is under way. Returns what stops it. */
export function watchStalls(parts: {
  readonly sinceLastMs: () => number
  readonly isUnderWay: () => boolean
  readonly onStall: () => void
}): () => void {
  const timer = setInterval(() => {
    if (parts.isUnderWay() && parts.sinceLastMs() > STALL_MS) parts.onStall()
  }, CHECK_MS)
  return () => {
    clearInterval(timer)
  }
}
