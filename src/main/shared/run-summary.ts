import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'

/** Counts what happened during a run and tells it in a few lines. Constant memory, however long the run. */
export interface RunSummary {
  frame(atMs: number, handCount: number, stagesMs: Readonly<Record<string, number>>): void
  gesture(gesture: string): void
  action(text: string): void
  /** The pointer has moved, `latencyMs` after its camera frame was read. */
  pointer(to: { readonly x: number; readonly y: number }, latencyMs: number): void
  dropped(count: number): void
  now(): RunNow
  lines(): string[]
}

export interface RunNow {
  readonly frames: number
  readonly pointer: { readonly x: number; readonly y: number } | undefined
  /** Of the last move. */
  readonly latencyMs: number | undefined
}

interface StageStatistics {
  readonly p50Ms: number
  readonly p95Ms: number
}

const POINTER_STAGE = 'camera → pointer'

export function createRunSummary(): RunSummary {
  const stages = new Map<string, RecordableHistogram>()
  const gestures = new Map<string, number>()
  const actions = new Map<string, number>()
  let frames = 0
  let framesWithHand = 0
  let lastAtMs = 0
  let droppedFrames = 0
  let last: Pick<RunNow, 'pointer' | 'latencyMs'> = { pointer: undefined, latencyMs: undefined }

  const recordStageMs = (stage: string, ms: number): void => {
    const histogram = stages.get(stage) ?? createHistogram()
    stages.set(stage, histogram)
    // The histogram takes whole positive numbers; microseconds keep three digits of a millisecond.
    if (Number.isFinite(ms)) histogram.record(Math.max(1, Math.round(ms * 1000)))
  }
  const statistics = (): Record<string, StageStatistics> =>
    Object.fromEntries([...stages].map(([stage, histogram]) => [stage, stageStatistics(histogram)]))

  return {
    frame: (atMs, handCount, stagesMs) => {
      frames += 1
      if (handCount > 0) framesWithHand += 1
      lastAtMs = atMs
      for (const [stage, ms] of Object.entries(stagesMs)) recordStageMs(stage, ms)
    },
    gesture: (gesture) => gestures.set(gesture, (gestures.get(gesture) ?? 0) + 1),
    action: (text) => actions.set(text, (actions.get(text) ?? 0) + 1),
    pointer: (to, latencyMs) => {
      last = { pointer: to, latencyMs }
      recordStageMs(POINTER_STAGE, latencyMs)
    },
    dropped: (count) => {
      droppedFrames = count
    },
    now: () => ({ frames, ...last }),
    lines: () => [
      `${frames} frames in ${(lastAtMs / 1000).toFixed(1)} s (${perSecond(frames, lastAtMs)} per second), ${framesWithHand} with a hand, ${droppedFrames} dropped`,
      ...Object.entries(statistics()).map(
        ([stage, { p50Ms, p95Ms }]) =>
          `${stage}: median ${p50Ms.toFixed(1)} ms, 95 % within ${p95Ms.toFixed(1)} ms`,
      ),
      `gestures: ${countWords(gestures)}`,
      `actions: ${countWords(actions)}`,
    ],
  }
}

function stageStatistics(histogram: RecordableHistogram): StageStatistics {
  return {
    p50Ms: histogram.percentile(50) / 1000,
    p95Ms: histogram.percentile(95) / 1000,
  }
}

function perSecond(count: number, spanMs: number): string {
  return spanMs > 0 ? ((count * 1000) / spanMs).toFixed(1) : '0'
}

function countWords(counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return 'none'
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} × ${count}`)
    .join(', ')
}
