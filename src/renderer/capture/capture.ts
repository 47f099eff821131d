import { inBackground } from '../../contract/boundary/faults.ts'
import type { RendererEndpoint } from '../../contract/boundary/endpoints.ts'
import { validHands } from '../../contract/frames/frame-message.ts'
import type {
  RendererMetrics,
  StageProblem,
  TrackerCommand,
  TrackingCommand,
} from '../../contract/channels/status.ts'
import { say } from '../../contract/words/say.ts'
import { bodySender, handleBodyCommands, type BodyCaptureListeners } from './capture-bodies.ts'
import { Camera } from './camera/camera.ts'
import type { OpenCamera } from './camera/open-camera.ts'
import type { DetectedFrame } from './tracking/loop/messages.ts'
import { openTracking, type Tracking } from './tracking/loop/tracking.ts'

export interface CaptureListeners extends BodyCaptureListeners {
  onCamera(camera: OpenCamera | undefined): void
  onFrame(frame: DetectedFrame): void
  onMetrics(metrics: RendererMetrics): void
  onLabels(labels: readonly string[]): void
}

/** A tracker that does not come up in this time must not keep a video from playing. */
const TRACKER_PATIENCE_MS = 20_000

const UNSOUND_HAND: StageProblem = {
  stage: 'tracking',
  severity: 'low',
  message: say('The tracker saw a hand but not where it is; such hands are left out.'),
}

/** Camera and tracking, led by the host's orders; what they find goes up to the host and to these listeners. */
export function startCapture(end: RendererEndpoint, listeners: CaptureListeners): () => void {
  let trackerIsUp = (): void => undefined
  const trackerUp = new Promise<void>((resolve) => {
    trackerIsUp = resolve
    setTimeout(resolve, TRACKER_PATIENCE_MS)
  })

  const tracking = openTracking({
    onFrame: frameSender(end, listeners),
    onStatus: (status) => {
      end.send('tracker', status)
      if (status.kind !== 'loading') trackerIsUp()
    },
    onTimings: (timings) => {
      end.send('trackerTimings', timings)
    },
    ...bodySender(end, listeners),
    onMetrics: (metrics) => {
      end.send('metrics', metrics)
      listeners.onMetrics(metrics)
    },
    onPictureStatistics: (statistics) => {
      camera.addPictureStatistics(statistics)
    },
    onPulse: (cameraFrames) => {
      camera.countPictures(cameraFrames)
    },
  })
  const camera = cameraFor(end, tracking, listeners, trackerUp)
  const stops = [
    end.on('trackerCommand', (command) => {
      handleTrackerCommand(tracking, command)
    }),
    ...handleBodyCommands(end, tracking, listeners),
    end.on('cameraCommand', (command) => {
      tracking.setMirrored(command.isSourceMirrored)
      camera.command(command)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    camera.close()
    tracking.close()
  }
}

/** Its pictures go to the tracking, and what becomes of it to the host and these listeners. */
function cameraFor(
  end: RendererEndpoint,
  tracking: Tracking,
  listeners: CaptureListeners,
  trackerUp: Promise<void>,
): Camera {
  return new Camera({
    onStatus: (status) => {
      end.send('camera', status)
    },
    onLabels: (labels) => {
      end.send('cameras', labels)
      listeners.onLabels(labels)
    },
    onCamera: (open) => {
      tracking.read(open?.track)
      listeners.onCamera(open)
    },
    onHint: (message) => {
      end.send('problem', { stage: 'camera', severity: 'low', message })
    },
    whenTrackerIsUp: () => trackerUp,
  })
}

function handleTrackerCommand(tracking: Tracking, command: TrackingCommand): void {
  if (command.kind === 'track') tracking.command(command.tracker)
  else inBackground('tracking', startMeasuring(tracking, command.trackers))
}

/** Once in a lifetime: what draws the hand is not fetched before. */
async function startMeasuring(
  tracking: Tracking,
  trackers: readonly TrackerCommand[],
): Promise<void> {
  const { demoPicture } = await import('./camera/demo/demo-picture.ts')
  tracking.measure(trackers, await demoPicture())
}

/** Says once that hands are left out. */
function frameSender(
  end: RendererEndpoint,
  { onFrame }: CaptureListeners,
): (frame: DetectedFrame) => void {
  let hasToldOfHands = false
  return (frame) => {
    const hands = validHands(frame.hands)
    end.send('frame', { ...frame, hands })
    const lacksHands = hands.length < Math.min(frame.hands.length, 2)
    if (lacksHands && !hasToldOfHands) end.send('problem', UNSOUND_HAND)
    hasToldOfHands ||= lacksHands
    onFrame(frame)
  }
}
