import type { FingerName, HandShape, ThumbShape } from './skeleton.ts'

export type ShapeName =
  | 'open-palm'
  | 'relaxed'
  | 'fist'
  | 'point'
  | 'thumbs-up'
  | 'victory'
  | 'ok'
  | 'three'
  | 'frame'
  | 'four'
  | `pinch-${FingerName | 'two'}`

type Bend = readonly [number, number, number]
const STRAIGHT: Bend = [4, 5, 3]
const LOOSE: Bend = [22, 28, 14]
const CURLED: Bend = [80, 95, 60]

const OUT: ThumbShape = { kind: 'at', tip: { x: -0.95, y: -0.75, z: -0.1 } }
const BESIDE: ThumbShape = { kind: 'at', tip: { x: -0.62, y: -0.95, z: -0.35 } }
const ACROSS: ThumbShape = { kind: 'at', tip: { x: 0.12, y: -0.66, z: -0.42 } }
/** Along the edge of a fist that is turned by a quarter: the thumb then points up. */
const SIDEWAYS: ThumbShape = { kind: 'at', tip: { x: -1.3, y: -0.42, z: -0.1 } }

const bends = (
  index: Bend,
  middle: Bend = index,
  ring: Bend = middle,
  little: Bend = ring,
): HandShape['bendDeg'] => ({ index, middle, ring, little })

/** The bend at which a finger's tip comes to where the thumb can meet it. */
const MEETING: Readonly<Record<FingerName, Bend>> = {
  index: [52, 52, 28],
  middle: [58, 52, 28],
  ring: [64, 56, 30],
  little: [66, 58, 34],
}

/** A relaxed hand whose named finger and thumb meet as `closed` goes from 0 (relaxed) to 1 (touching). */
export function pinchShape(finger: FingerName, closed: number): HandShape {
  const relaxed = SHAPES.relaxed
  const bend = relaxed.bendDeg[finger].map(
    (loose, joint) => loose + (MEETING[finger][joint]! - loose) * closed,
  )
  const [knuckle = 0, middle = 0, end = 0] = bend
  return {
    ...relaxed,
    bendDeg: { ...relaxed.bendDeg, [finger]: [knuckle, middle, end] },
    thumb: { kind: 'touching', finger, gapRatio: 0.06 + (1 - closed) * 0.85 },
  }
}

/** Index and middle finger close on the thumb together. */
export function twoPinchShape(closed: number): HandShape {
  const index = pinchShape('index', closed)
  const middle = pinchShape('middle', closed)
  return {
    ...index,
    fanDeg: 5 - 5 * closed,
    bendDeg: { ...index.bendDeg, middle: middle.bendDeg.middle },
  }
}

const SHAPES: Readonly<Record<Exclude<ShapeName, `pinch-${string}`>, HandShape>> = {
  'open-palm': { bendDeg: bends(STRAIGHT), fanDeg: 12, thumb: OUT },
  relaxed: { bendDeg: bends(LOOSE, LOOSE, [28, 34, 18], [30, 36, 20]), fanDeg: 5, thumb: BESIDE },
  fist: { bendDeg: bends(CURLED), fanDeg: 0, thumb: ACROSS },
  point: { bendDeg: bends(STRAIGHT, CURLED), fanDeg: 0, thumb: ACROSS },
  'thumbs-up': { bendDeg: bends(CURLED), fanDeg: 0, thumb: SIDEWAYS },
  victory: { bendDeg: bends(STRAIGHT, STRAIGHT, CURLED), fanDeg: 14, thumb: ACROSS },
  ok: {
    bendDeg: bends(MEETING.index, STRAIGHT),
    fanDeg: 10,
    thumb: { kind: 'touching', finger: 'index', gapRatio: 0.06 },
  },
  three: { bendDeg: bends(STRAIGHT, STRAIGHT, CURLED), fanDeg: 10, thumb: OUT },
  // An L: one corner of a picture frame.
  frame: { bendDeg: bends(STRAIGHT, CURLED), fanDeg: 0, thumb: OUT },
  four: { bendDeg: bends(STRAIGHT), fanDeg: 8, thumb: ACROSS },
}

export function shapeOf(name: ShapeName): HandShape {
  switch (name) {
    case 'pinch-two':
      return twoPinchShape(1)
    case 'pinch-index':
      return pinchShape('index', 1)
    case 'pinch-middle':
      return pinchShape('middle', 1)
    case 'pinch-ring':
      return pinchShape('ring', 1)
    case 'pinch-little':
      return pinchShape('little', 1)
    case 'open-palm':
    case 'relaxed':
    case 'fist':
    case 'point':
    case 'thumbs-up':
    case 'victory':
    case 'ok':
    case 'three':
    case 'frame':
    case 'four':
      return SHAPES[name]
  }
}
