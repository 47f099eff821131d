import { say } from '../../../../contract/words/say.ts'
import type {
  RendererMetrics,
  TrackerCommand,
  TrackerStatus,
  TrackerTiming,
} from '../../../../contract/channels/status.ts'
import { createBodyTracking, type BodyListeners, type BodyTracking } from './body-tracking.ts'
import { frameStream, watchVideoFrames } from '../pump/frame-source.ts'
import type {
  DetectedFrame,
  PictureStatistics,
  PumpCommand,
  PumpReport,
  TrackerReport,
} from './messages.ts'
import { createStageTimes, type StageTimes } from './stage-times.ts'
import { startTrackerThread } from './tracker-thread.ts'
import { reportFault } from '../../../../contract/boundary/faults.ts'

export interface TrackingListeners extends BodyListeners {
  onFrame(frame: DetectedFrame): void
  onStatus(status: TrackerStatus): void
  onTimings(timings: TrackerTiming[]): void
  /** Once a second. */
  onMetrics(metrics: RendererMetrics): void
  /** Twice a second while frames come. */
  onPictureStatistics(look: PictureStatistics): void
  /** Twice a second, whether frames come or not, also while the window is hidden. */
  onPulse(cameraFrames: number): void
}

/** From a camera's track to hands and bodies: a worker that reads the camera, and one for each that tracks. */
export interface Tracking {
  command(command: TrackerCommand): void
  /** Tracks nothing until the next order and times these on a picture of a hand, which is given away. */
  measure(commands: readonly TrackerCommand[], picture: ImageBitmap): void
  /** Reads this track from now on; `undefined` reads nothing. The track stays the caller's. */
  read(track: MediaStreamTrack | undefined): void
  setMirrored(isSourceMirrored: boolean): void
  readonly bodies: Pick<BodyTracking, 'command' | 'measure' | 'setPace'>
  close(): void
}

const METRICS_EVERY_MS = 950

type CommandPump = (command: PumpCommand, transfer?: Transferable[]) => void

export function openTracking(listeners: TrackingListeners): Tracking {
  const pump = new Worker(new URL('../pump/pump-worker.ts', import.meta.url), { type: 'module' })
  const commandPump: CommandPump = (command, transfer = []) => {
    pump.postMessage(command, transfer)
  }
  const connectPump = (kind: 'tracker' | 'body-tracker') => (port: MessagePort) => {
    commandPump({ kind, port }, [port])
  }
  const times = createStageTimes(performance.now())
  const thread = startTrackerThread<DetectedFrame>({
    what: say('Hand tracking'),
    makeWorker: makeTrackerWorker,
    connectPump: connectPump('tracker'),
    onReport: handReports(times, listeners),
  })
  const bodies = createBodyTracking(connectPump('body-tracker'), listeners)

  pump.onerror = ({ message }) => reportFault({ stage: 'tracking', error: new Error(message) })
  pump.onmessage = ({ data: report }: MessageEvent<PumpReport>) => {
    if (report.kind === 'look') listeners.onPictureStatistics(report.look)
    if (report.kind !== 'pulse') return
    const nowMs = performance.now()
    times.addCamera(report.cameraFrames)
    times.addDropped(report.droppedFrames)
    thread.checkAlive(nowMs, report.cameraFrames > 0)
    bodies.checkAlive(nowMs, report.cameraFrames > 0)
    const areMetricsDue = nowMs - times.sinceMs() >= METRICS_EVERY_MS
    if (areMetricsDue) listeners.onMetrics(times.averageAndReset(nowMs))
    listeners.onPulse(report.cameraFrames)
  }

  const reader = createTrackReader(commandPump)
  return {
    command: thread.command,
    measure: thread.measure,
    setMirrored: (isSourceMirrored) => {
      thread.setMirrored(isSourceMirrored)
      bodies.setMirrored(isSourceMirrored)
    },
    bodies,
    read: reader.read,
    close: () => {
      reader.stop()
      thread.close()
      bodies.close()
      pump.terminate()
    },
  }
}

const makeTrackerWorker = (): Worker =>
  // eslint-disable-next-line beckon/no-unheard-error-event -- whoever keeps it listens
  new Worker(new URL('./tracker-worker.ts', import.meta.url), { type: 'module' })

interface TrackReader {
  /** Reads this track in place of the one before; `undefined` reads nothing. */
  read(track: MediaStreamTrack | undefined): void
  stop(): void
}

/** The pump reads a track by itself where the browser can hand it the frames; else they are watched for it here. */
function createTrackReader(commandPump: CommandPump): TrackReader {
  let stopWatching = (): void => undefined
  return {
    read: (track) => {
      stopWatching()
      stopWatching = () => undefined
      const frames = track && frameStream(track)
      if (frames) commandPump({ kind: 'source', frames }, [frames])
      else commandPump({ kind: 'no-source' })
      if (!track || frames) return
      stopWatching = watchVideoFrames(track, (picture, timestampUs) => {
        commandPump({ kind: 'picture', picture, timestampUs }, [picture])
      })
    },
    stop: () => {
      stopWatching()
    },
  }
}

const handReports =
  (times: StageTimes, listeners: TrackingListeners) =>
  (report: TrackerReport): void => {
    if (report.kind === 'status') listeners.onStatus(report.status)
    if (report.kind === 'timings') listeners.onTimings(report.timings)
    if (report.kind === 'skipped') times.addDropped(1)
    if (report.kind !== 'frame') return
    times.addTracked(report.frame)
    listeners.onFrame(report.frame)
  }
