import type { ImagePoint, WorldPoint } from '../../../../core/geometry/point.ts'
import type { Handedness } from '../../../../core/hand/hand-frame.ts'
import type { Tracker } from './tracker.ts'

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

export type HandTracker = Tracker<SeenHand>
