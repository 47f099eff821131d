/** Frame times: milliseconds since the first frame ever, strictly increasing, whatever the cameras' own clocks say. */
export interface FrameClock {
  /** Undefined for a frame that is not newer than the last one: it must be dropped. */
  stamp(timestampUs: number, nowMs: number): number | undefined
  /** Another source: its timestamps count from somewhere else. */
  restart(): void
}

export function createFrameClock(): FrameClock {
  let firstNowMs: number | undefined
  let lastMs = -1
  /** What turns this source's timestamps into frame times. */
  let offsetMs: number | undefined
  return {
    stamp: (timestampUs, nowMs) => {
      firstNowMs ??= nowMs
      const ownMs = timestampUs / 1000
      offsetMs ??= nowMs - firstNowMs - ownMs
      const atMs = ownMs + offsetMs
      if (!(atMs > lastMs)) return undefined
      lastMs = atMs
      return atMs
    },
    restart: () => {
      offsetMs = undefined
    },
  }
}
