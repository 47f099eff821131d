import { planeDistance } from '../geometry/plane.ts'
import type { GestureHand } from '../gesture/gesture-event.ts'
import type { HandTracks } from '../hand/hand-tracks.ts'

/** What hands can say in degrees rather than in words. */
export interface AxisValues {
  /** From thumb to index tip, in palm lengths. */
  readonly 'pinch-distance'?: number | undefined
  /** Turn in the picture in degrees: 0 fingers up, positive clockwise. */
  readonly roll?: number | undefined
  /** Of the palm in the picture: 0 at the bottom, 1 at the top. */
  readonly height?: number | undefined
  /** From palm to palm, in palm lengths; both hands have to be seen. */
  readonly 'hands-apart'?: number | undefined
}

/** Of the hand that makes a gesture, as far as it is seen in this frame. */
export function axisValues(hand: GestureHand, { left, right }: HandTracks): AxisValues {
  const track = hand === 'left' ? left : hand === 'right' ? right : (right ?? left)
  const features = track?.absentMs === 0 ? track.features : undefined
  const areBothSeen = left?.absentMs === 0 && right?.absentMs === 0
  return {
    'pinch-distance': features?.pinchRatio.index,
    roll: features === undefined ? undefined : (features.rollRad * 180) / Math.PI,
    height: features === undefined ? undefined : 1 - features.palmCentre.y,
    'hands-apart': areBothSeen
      ? planeDistance(left.features.anchor, right.features.anchor) /
        ((left.features.palmLength + right.features.palmLength) / 2)
      : undefined,
  }
}
