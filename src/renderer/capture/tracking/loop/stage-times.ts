import type { RendererMetrics } from '../../../../contract/channels/status.ts'
import { median } from '../../../../core/filter/median.ts'
import type { DetectedFrame } from './messages.ts'

/** Gathers counts and times between two calls of `averageAndReset`. Empty spans give zeros, never NaN. */
export interface StageTimes {
  addTracked(frame: Pick<DetectedFrame, 'waitMs' | 'detectMs'>): void
  addCamera(frames: number): void
  addDropped(frames: number): void
  sinceMs(): number
  /** Figures since the last call, and a fresh start. */
  averageAndReset(nowMs: number): RendererMetrics
}

export function createStageTimes(startMs: number): StageTimes {
  let waits: number[] = []
  let detects: number[] = []
  let cameraFrames = 0
  let droppedFrames = 0
  let beganMs = startMs
  return {
    addTracked: ({ waitMs, detectMs }) => {
      waits.push(waitMs)
      detects.push(detectMs)
    },
    addCamera: (frames) => {
      cameraFrames += frames
    },
    addDropped: (frames) => {
      droppedFrames += frames
    },
    sinceMs: () => beganMs,
    averageAndReset: (nowMs) => {
      const spanMs = nowMs - beganMs
      const perSecond = (count: number): number => (spanMs > 0 ? (count * 1000) / spanMs : 0)
      const metrics = {
        cameraFps: perSecond(cameraFrames),
        trackedFps: perSecond(detects.length),
        droppedFrames,
        waitMs: median(waits) ?? 0,
        detectMs: median(detects) ?? 0,
      }
      waits = []
      detects = []
      cameraFrames = 0
      droppedFrames = 0
      beganMs = nowMs
      return metrics
    },
  }
}
