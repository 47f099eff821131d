import type { TrackerOrder } from '../../contract/status.ts'
import type { HandTracker } from './hand-tracker.ts'
import type { TimedPicture, TrackerReport } from './messages.ts'
import { mirrorOnce } from './mirror-once.ts'
import { pictureSize } from './picture-look.ts'

/**
 * | what happens                     | status    | next                                                    |
 * | order                            | loading   | the tracker is opened anew; an older opening is dropped |
 * | opened                           | ready     | asks for pictures                                       |
 * | picture read                     |           | frame, asks for the next                                |
 * | tracker throws at a picture      |           | skipped, asks for the next                              |
 * | throws five times running        | failed    | opened anew after 1, 2, 4 ... 30 s                      |
 * | not opened, model broken         | failed    | waits for a new order                                   |
 */
export interface TrackerLoop {
  open(order: TrackerOrder): Promise<void>
  take(picture: TimedPicture): void
  setMirrored(isSourceMirrored: boolean): void
}

interface LoopWorld {
  /** Undefined for a name that no tracker has. */
  createTracker(order: TrackerOrder): HandTracker | undefined
  report(message: TrackerReport): void
  askNext(): void
  nowMs(): number
  epochMs(): number
  after(delayMs: number, act: () => void): () => void
}

const FAILURES_IN_A_ROW = 5
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 30_000

export function createTrackerLoop(world: LoopWorld): TrackerLoop {
  let tracker: HandTracker | undefined
  let isReady = false
  let isSourceMirrored = false
  let opening = 0
  let failures = 0
  let retryMs = FIRST_RETRY_MS
  let cancelRetry = (): void => undefined

  const open = async (order: TrackerOrder): Promise<void> => {
    cancelRetry()
    const mine = ++opening
    isReady = false
    tracker?.close()
    tracker = world.createTracker(order)
    world.report({ kind: 'status', status: { kind: 'loading', name: order.name } })
    const opened = tracker
    const status = opened ? await opened.open(order) : unknownTracker(order.name)
    if (mine !== opening) {
      opened?.close()
      return
    }
    world.report({ kind: 'status', status })
    if (status.kind !== 'ready') return
    failures = 0
    isReady = true
    world.askNext()
  }

  const countFailure = (order: TrackerOrder): void => {
    world.report({ kind: 'skipped' })
    failures += 1
    if (failures < FAILURES_IN_A_ROW) {
      world.askNext()
      return
    }
    isReady = false
    const message = 'Hand tracking stopped working. It is being restarted.'
    world.report({ kind: 'status', status: { kind: 'failed', name: order.name, message } })
    cancelRetry = world.after(retryMs, () => void open(order))
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
  }

  let current: TrackerOrder | undefined
  return {
    open: (order) => {
      current = order
      retryMs = FIRST_RETRY_MS
      return open(order)
    },
    setMirrored: (isMirrored) => {
      isSourceMirrored = isMirrored
    },
    take: ({ picture, sequence, atMs, capturedAtMs }) => {
      if (!tracker || !isReady || !current) {
        picture.close()
        return
      }
      const beganMs = world.nowMs()
      const waitMs = Math.max(0, world.epochMs() - capturedAtMs)
      const { widthPx, heightPx } = pictureSize(picture)
      try {
        // 0 was the warm-up: see mediapipe-tracker.ts.
        const seen = tracker.detect(picture, atMs + 1)
        const hands = seen.map((hand) => mirrorOnce(hand, isSourceMirrored))
        const detectMs = world.nowMs() - beganMs
        const aspectRatio = widthPx / heightPx
        world.report({
          kind: 'frame',
          frame: { sequence, atMs, capturedAtMs, aspectRatio, waitMs, detectMs, hands },
        })
        failures = 0
        world.askNext()
      } catch {
        countFailure(current)
      } finally {
        picture.close()
      }
    },
  }
}

const unknownTracker = (name: string) => ({
  kind: 'failed' as const,
  name,
  message: `There is no tracker named "${name}".`,
  fix: 'Start with --tracker mediapipe',
})
