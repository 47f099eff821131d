import type { TrackerCommand, TrackerStatus } from '../../../../contract/channels/status.ts'
import type { TrackedHand } from '../../../../core/hand/hand-frame.ts'

export type TrackerPicture = VideoFrame | ImageBitmap | OffscreenCanvas

/**
 * Pixels to landmarks, of hands or of bodies. Lives in a worker; another tracker takes its place by implementing this. It takes
 * every picture for an unmirrored one: of a selfie view its left and right are the wrong way round.
 */
export interface Tracker<Seen> {
  readonly name: string
  /** `ready`, or `failed` with words and, where there is one, the command that mends it. Never throws. */
  open(command: TrackerCommand): Promise<TrackerStatus>
  /** `atMs` must increase; one call at a time. May reject: that picture is lost, the tracker goes on. A camera's frame may be closed. */
  detect(picture: TrackerPicture, atMs: number): Promise<readonly Seen[]>
  close(): void
}

export type HandTracker = Tracker<TrackedHand<'picture'>>
