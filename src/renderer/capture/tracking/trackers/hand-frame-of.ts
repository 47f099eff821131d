import type { SeenHand } from './hand-tracker.ts'
import type { DetectedFrame, FrameTimes } from '../loop/messages.ts'
import { mirrorOnce } from './mirror-once.ts'

export const handFrameOf = (
  times: FrameTimes,
  seen: readonly SeenHand[],
  isSourceMirrored: boolean,
): DetectedFrame => ({ ...times, hands: seen.map((hand) => mirrorOnce(hand, isSourceMirrored)) })
