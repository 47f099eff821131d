import type { ImagePoint, ImageSpace, WorldPoint } from '../geometry/point.ts'

export type Handedness = 'left' | 'right'

export const otherHand = (handedness: Handedness): Handedness =>
  handedness === 'left' ? 'right' : 'left'

/**
 * One hand as a tracker found it; a person's left hand is `left`. Trackers find it in the *picture*; gestures are read from what
 * the *user* sees.
 */
export interface TrackedHand<In extends ImageSpace = 'user'> {
  readonly handedness: Handedness
  /** 0..1: how sure the tracker is of the handedness. */
  readonly score: number
  /** 21 landmarks in MediaPipe order (0 wrist, 4 thumb tip, 8 index tip, ... 20 little tip). */
  readonly landmarks: readonly ImagePoint<In>[]
  /** The same 21 landmarks in metres. */
  readonly world: readonly WorldPoint<In, 'hand'>[]
}

/** What a tracker found in one camera frame. An empty `hands` is an explicit "no hand". */
export interface HandFrame {
  /** Counts camera frames given to the tracker, from 0. */
  readonly sequence: number
  /** Milliseconds since the first camera frame; strictly increasing. */
  readonly atMs: number
  /** The machine's clock (Unix epoch, ms, fractional) when the frame was read from the camera. */
  readonly capturedAtMs: number
  /** Image width divided by height. */
  readonly aspectRatio: number
  readonly hands: readonly TrackedHand[]
}
