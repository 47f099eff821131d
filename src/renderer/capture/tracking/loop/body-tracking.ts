import { say } from '../../../../contract/words/say.ts'
import type {
  TrackerCommand,
  TrackerStatus,
  TrackerTiming,
} from '../../../../contract/channels/status.ts'
import type { DetectedBodies } from './messages.ts'
import { startTrackerThread, type TrackerThread } from './tracker-thread.ts'

export interface BodyListeners {
  onBodies(frame: DetectedBodies): void
  onBodyStatus(status: TrackerStatus): void
  onBodyTimings(timings: TrackerTiming[]): void
}

/** The worker that tracks bodies, which is there only while somebody wants to know of any. */
export interface BodyTracking {
  /** Undefined: nobody does any more. */
  command(command: TrackerCommand | undefined): void
  /** Tracks nothing until the next order and times these on a picture of somebody, which is given away. */
  measure(commands: readonly TrackerCommand[], picture: ImageBitmap): void
  setMirrored(isSourceMirrored: boolean): void
  /** So many pictures a second at most. */
  setPace(perSecond: number): void
  checkAlive(nowMs: number, isFed: boolean): void
  close(): void
}

export function createBodyTracking(
  connectPump: (port: MessagePort) => void,
  listeners: BodyListeners,
): BodyTracking {
  let thread: TrackerThread | undefined
  let isSourceMirrored = false
  let perSecond = 30

  const start = (): TrackerThread => {
    const started = startBodyThread(connectPump, listeners)
    started.setMirrored(isSourceMirrored)
    started.setPace(perSecond)
    return started
  }
  const close = (): void => {
    thread?.close()
    thread = undefined
  }
  return {
    command: (command) => {
      if (!command) {
        close()
        return
      }
      thread ??= start()
      thread.command(command)
    },
    measure: (commands, picture) => {
      thread ??= start()
      thread.measure(commands, picture)
    },
    setMirrored: (isMirrored) => {
      isSourceMirrored = isMirrored
      thread?.setMirrored(isMirrored)
    },
    setPace: (next) => {
      perSecond = next
      thread?.setPace(next)
    },
    checkAlive: (nowMs, isFed) => thread?.checkAlive(nowMs, isFed),
    close,
  }
}

const startBodyThread = (
  connectPump: (port: MessagePort) => void,
  listeners: BodyListeners,
): TrackerThread =>
  startTrackerThread<DetectedBodies>({
    what: say('Body tracking'),
    // eslint-disable-next-line beckon/no-unheard-error-event -- whoever keeps it listens
    makeWorker: () => new Worker(new URL('./body-worker.ts', import.meta.url), { type: 'module' }),
    connectPump,
    onReport: (report) => {
      if (report.kind === 'status') listeners.onBodyStatus(report.status)
      if (report.kind === 'timings') listeners.onBodyTimings(report.timings)
      if (report.kind === 'frame') listeners.onBodies(report.frame)
    },
  })
