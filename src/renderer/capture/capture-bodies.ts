import { inBackground } from '../../contract/boundary/faults.ts'
import type { BodyCommand } from '../../contract/channels/body-channels.ts'
import { validBodies } from '../../contract/frames/body-message.ts'
import type { RendererEndpoint, Unsubscribe } from '../../contract/boundary/endpoints.ts'
import type { TrackerStatus } from '../../contract/channels/status.ts'
import type { BodyListeners } from './tracking/loop/body-tracking.ts'
import type { DetectedBodies } from './tracking/loop/messages.ts'
import type { Tracking } from './tracking/loop/tracking.ts'

export interface BodyCaptureListeners {
  onBodies(frame: DetectedBodies): void
  /** Undefined while nobody wants bodies. */
  onBodyTracker(status: TrackerStatus | undefined): void
}

/** What is found of bodies goes up to the host and to these listeners. */
export function bodySender(end: RendererEndpoint, listeners: BodyCaptureListeners): BodyListeners {
  return {
    onBodies: (frame) => {
      end.send('body', { ...frame, bodies: validBodies(frame.bodies) })
      listeners.onBodies(frame)
    },
    onBodyStatus: (status) => {
      end.send('bodyTracker', status)
      listeners.onBodyTracker(status)
    },
    onBodyTimings: (timings) => {
      end.send('bodyTimings', timings)
    },
  }
}

/** Returns what stops it. */
export const handleBodyCommands = (
  end: RendererEndpoint,
  tracking: Tracking,
  listeners: BodyCaptureListeners,
): readonly Unsubscribe[] => [
  end.on('bodyPace', (perSecond) => {
    tracking.bodies.setPace(perSecond)
  }),
  end.on('bodyCommand', (command) => {
    handleBodyCommand(tracking, command, listeners)
  }),
]

function handleBodyCommand(
  { bodies }: Tracking,
  command: BodyCommand,
  { onBodyTracker }: BodyCaptureListeners,
): void {
  switch (command.kind) {
    case 'rest':
      bodies.command(undefined)
      onBodyTracker(undefined)
      return
    case 'track':
      bodies.command(command.tracker)
      return
    case 'measure':
      onBodyTracker({ kind: 'loading', name: 'auto' })
      inBackground(
        'body',
        import('./camera/demo/person-picture.ts')
          .then(({ personPicture }) => personPicture())
          .then((picture) => {
            bodies.measure(command.trackers, picture)
          }),
      )
  }
}
