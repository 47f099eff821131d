/** Notices an app that has hung while something is held. */
export interface SilenceWatch {
  /** The app has said something. */
  confirmAlive(): void
  close(): void
}

/** Four missed heartbeats; a loop that is merely busy does not miss as many. */
const SILENT_MS = 1000
const LOOK_EVERY_MS = 100

/** Calls back once for each silence that began after the app was last heard. */
export function watchSilence(parts: {
  readonly isHolding: () => boolean
  readonly nowMs: () => number
  readonly onSilent: () => void
}): SilenceWatch {
  const { isHolding, nowMs, onSilent } = parts
  let heardAtMs = nowMs()
  let lookedAtMs = nowMs()
  const timer = setInterval(() => {
    const sinceLookMs = nowMs() - lookedAtMs
    lookedAtMs = nowMs()
    // This process slept too, as a whole machine does: what was said meanwhile is still to be read.
    if (sinceLookMs > SILENT_MS) heardAtMs = nowMs()
    if (!isHolding() || nowMs() - heardAtMs < SILENT_MS) return
    heardAtMs = nowMs()
    onSilent()
  }, LOOK_EVERY_MS)
  return {
    confirmAlive: () => {
      heardAtMs = nowMs()
    },
    close: () => {
      clearInterval(timer)
    },
  }
}
