import type { TrackerOrder, TrackerStatus } from '../../contract/status.ts'
import type { ImagePoint, WorldPoint } from '../../core/geometry/point.ts'
import type { Handedness } from '../../core/hand/hand-frame.ts'

/** One hand as a tracker sees it in the picture it is given, not yet mirrored. */
export interface SeenHand {
  /** True of an unmirrored picture; the wrong way round for a mirrored one. */
  readonly handedness: Handedness
  readonly score: number
  /** 21 points, x 0..1 to the right of the picture. */
  readonly landmarks: readonly ImagePoint[]
  /** The same 21 points in metres, x to the right of the picture. */
  readonly world: readonly WorldPoint[]
}

export type TrackerPicture = VideoFrame | ImageBitmap | OffscreenCanvas

/** Pixels to landmarks. Lives in a worker; another tracker takes its place by implementing this. */
export interface HandTracker {
  readonly name: string
  /** `ready`, or `failed` with words and, where there is one, the command that mends it. Never throws. */
  open(order: TrackerOrder): Promise<TrackerStatus>
  /** `atMs` must increase; one call at a time. May reject: that picture is lost, the tracker goes on. A camera's frame may be closed. */
  detect(picture: TrackerPicture, atMs: number): Promise<readonly SeenHand[]>
  close(): void
}
