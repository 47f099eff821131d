import type { FrameMessage } from '../../contract/frames/frame-message.ts'

/** Milliseconds that each stage of one frame took, in the order in which they happen. */
export type StageTimes = {
  readonly wait: number
  readonly tracking: number
  readonly boundary: number
  readonly pipeline: number
}

/**
 * Tells frame time for things that happen between frames: `atMs` counts from the first camera frame, 0 before it,
 * and never runs backwards. Remembers when recent frames were captured and what their stages took.
 */
export interface FrameClock {
  /** A frame has gone through the pipeline: it arrived at `arrivedMs` on the machine's clock. */
  stepped(message: FrameMessage, arrivedMs: number): StageTimes
  atMs(): number
  /** The pointer has made a step because of the frame of this frame time; only the first counts. */
  moved(atMs: number): void
  /** What is known of the frame of this frame time, while it is recent. */
  frame(atMs: number): RecentFrame | undefined
  /** How long ago the last frame arrived; infinite before the first. */
  sinceLastMs(): number
}

export interface RecentFrame {
  readonly capturedAtMs: number
  readonly stages: StageTimes
  /** On the machine's clock, when the pointer first moved because of it. */
  readonly movedAtMs?: number
}

/** Frames an effect may lag behind; far more than the queue ever holds. */
const REMEMBERED_FRAMES = 64

export function createFrameClock(nowMs: () => number): FrameClock {
  const recent = new Map<number, RecentFrame>()
  let last: { atMs: number; arrivedMs: number } | undefined

  return {
    stepped: (message, arrivedMs) => {
      const { atMs, capturedAtMs, waitMs, detectMs } = message
      const stages = {
        wait: waitMs,
        tracking: detectMs,
        boundary: Math.max(0, arrivedMs - capturedAtMs - waitMs - detectMs),
        pipeline: nowMs() - arrivedMs,
      }
      last = { atMs, arrivedMs }
      recent.set(atMs, { capturedAtMs, stages })
      const oldest = recent.keys().next()
      if (recent.size > REMEMBERED_FRAMES && oldest.done === false) recent.delete(oldest.value)
      return stages
    },
    atMs: () => (last === undefined ? 0 : last.atMs + Math.max(0, nowMs() - last.arrivedMs)),
    moved: (atMs) => {
      const frame = recent.get(atMs)
      if (frame && frame.movedAtMs === undefined) recent.set(atMs, { ...frame, movedAtMs: nowMs() })
    },
    frame: (atMs) => recent.get(atMs),
    sinceLastMs: () => (last === undefined ? Number.POSITIVE_INFINITY : nowMs() - last.arrivedMs),
  }
}
