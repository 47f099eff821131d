import type { BenchAnswer } from './commands.ts'

export interface Pace {
  readonly frames: number
  /** Undefined: the next as soon as one is done. */
  readonly fps: number | undefined
}

/** Gives frame after frame to `detect`, which says how long it took and how many hands it found. */
export async function pacedRun(
  { frames, fps }: Pace,
  detect: (index: number) => Promise<{ readonly tookMs: number; readonly hands: number }>,
): Promise<BenchAnswer> {
  const detectMs: number[] = []
  let hands = 0
  let dropped = 0
  const startMs = performance.now()
  for (let index = 0; index < frames; index += 1) {
    const lateMs = fps === undefined ? 0 : performance.now() - startMs - (index * 1000) / fps
    // A camera's next frame is there already: this one is never looked at.
    if (fps !== undefined && lateMs > 1000 / fps) {
      dropped += 1
      continue
    }
    if (lateMs < 0) await new Promise((resolve) => setTimeout(resolve, -lateMs))
    const found = await detect(index)
    detectMs.push(found.tookMs)
    hands += found.hands
  }
  return { kind: 'ran', detectMs, hands, dropped, spanMs: performance.now() - startMs }
}
