import type { Pixels } from './pixels.ts'

/**
 * Decides when the palm detector, by far the dearest step, runs. Every frame while a hand was seen lately and none is
 * tracked; a few times a second while a further hand might come, or when nobody has been there for a while; never on
 * a picture that has not changed.
 */
export interface DetectionSchedulerOptions {
  /** Without a hand for this long, detection slows down. */
  readonly idleAfterMs: number
  /** Between two detections when slowed down; with a frame's own 33 ms it stays under the 250 ms a user waits. */
  readonly slowEveryMs: number
  /**
   * Between two detections while a hand is followed and a further one might come. Each one delays the frame after it and
   * what the frame before it sets off: at 300 ms the slowest twentieth of frames took 1.44 of the median, at 600 ms 1.35.
   */
  readonly furtherEveryMs: number
  /** A still picture is looked at again after this long all the same: the check sees light, not shape. */
  readonly stillEveryMs: number
}

export const DEFAULT_SCHEDULER: DetectionSchedulerOptions = {
  idleAfterMs: 2000,
  slowEveryMs: 180,
  furtherEveryMs: 450,
  stillEveryMs: 2000,
}

export interface DetectionScheduler {
  /** Call once per frame; true: look for palms in this frame. */
  shouldDetect(pixels: Pixels, atMs: number, trackedHands: number): boolean
  /** A hand was there in this frame. */
  sawHand(atMs: number): void
  /** For how long after this frame no picture will be looked at: a caller may spare itself the copying. */
  restMs(atMs: number, trackedHands: number): number
  /** Whether it is time to search a whole picture for hands beside those that are followed. */
  isFurtherDue(atMs: number, trackedHands: number, maxHands: number): boolean
}

const GRID_COLUMNS = 32
const GRID_ROWS = 24
/** Mean change per grid point, of 255, that camera noise stays below and a hand entering the picture does not. */
const STILL_CHANGE = 1.5
/** A single point that changes by this much is something moving, however small. */
const MOVED_POINT = 24
const MOVED_POINTS = 6

export function createDetectionScheduler(
  options: DetectionSchedulerOptions = DEFAULT_SCHEDULER,
): DetectionScheduler {
  let lastHandMs = Number.NEGATIVE_INFINITY
  let firstMs: number | undefined
  let lastDetectMs = Number.NEGATIVE_INFINITY
  /** When a picture was last compared, whether it was worth a detection or not. */
  let lastLookMs = Number.NEGATIVE_INFINITY
  const seen = new Uint8Array(GRID_COLUMNS * GRID_ROWS)
  const now = new Uint8Array(GRID_COLUMNS * GRID_ROWS)

  const isIdle = (atMs: number): boolean =>
    atMs - Math.max(lastHandMs, firstMs ?? atMs) > options.idleAfterMs

  return {
    shouldDetect: (pixels, atMs, trackedHands) => {
      firstMs ??= atMs
      const sinceDetectMs = atMs - lastDetectMs
      if (trackedHands > 0 && sinceDetectMs < options.furtherEveryMs) return false
      if (isIdle(atMs) && atMs - lastLookMs < options.slowEveryMs) return false
      lastLookMs = atMs
      sampleGrid(pixels, now)
      const isLookingAgain = sinceDetectMs >= options.stillEveryMs
      if (isIdle(atMs) && !isLookingAgain && isStill(seen, now)) return false
      seen.set(now)
      lastDetectMs = atMs
      return true
    },
    sawHand: (atMs) => {
      lastHandMs = atMs
    },
    restMs: (atMs, trackedHands) =>
      trackedHands === 0 && isIdle(atMs)
        ? Math.max(0, options.slowEveryMs - (atMs - lastLookMs))
        : 0,
    isFurtherDue: (atMs, trackedHands, maxHands) =>
      trackedHands > 0 && trackedHands < maxHands && atMs - lastDetectMs >= options.furtherEveryMs,
  }
}

/** Brightness at a coarse grid: cheap to take and enough to see that something moved. */
function sampleGrid(pixels: Pixels, grid: Uint8Array): void {
  const { data, strideBytes, step } =
    pixels.format === 'i420'
      ? { data: pixels.y, strideBytes: pixels.yStrideBytes, step: 1 }
      : // Green carries most of the brightness.
        {
          data: pixels.data.subarray(1),
          strideBytes: pixels.strideBytes,
          step: pixels.format === 'rgb' ? 3 : 4,
        }
  for (let row = 0; row < GRID_ROWS; row++) {
    const y = Math.floor(((row + 0.5) * pixels.heightPx) / GRID_ROWS)
    for (let column = 0; column < GRID_COLUMNS; column++) {
      const x = Math.floor(((column + 0.5) * pixels.widthPx) / GRID_COLUMNS)
      grid[row * GRID_COLUMNS + column] = data[y * strideBytes + x * step] ?? 0
    }
  }
}

function isStill(before: Uint8Array, now: Uint8Array): boolean {
  let sum = 0
  let moved = 0
  for (let index = 0; index < now.length; index++) {
    const change = Math.abs((now[index] ?? 0) - (before[index] ?? 0))
    sum += change
    if (change > MOVED_POINT) moved += 1
  }
  return sum / now.length < STILL_CHANGE && moved < MOVED_POINTS
}
