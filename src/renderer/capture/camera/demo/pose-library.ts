import { finger, thumb, handTurn } from './bends.ts'
import type { HandPose } from './hand-pose.ts'

const facing = handTurn(0, 0, 0)
/**
 * Turns at which the tracker measures the gap of the tips best: 54 turns were tried with each shape, closing, held and
 * moved, on the real tracker (tasks-vision 0.10.35, full model), and the one with the smallest gap was taken.
 */
const pointing = handTurn(0, 45, 0)
const middleTouching = handTurn(40, 15, 15)
const ringTouching = handTurn(20, 45, 15)
const twoTouching = handTurn(10, 40, 5)
const curled = finger(0, 80, 95, 60)
const thumbOut = thumb(-20, -15, 0, 0, 0)
const thumbAcross = thumb(40, 10, -20, 35, 45)
const thumbBeside = thumb(5, 8, 0, 10, 15)
const thumbUp = thumb(-25, -20, 0, -5, -10)
const fistFingers = {
  index: finger(0, 85, 100, 45),
  middle: finger(0, 85, 100, 45),
  ring: finger(0, 85, 100, 45),
  little: finger(0, 85, 100, 45),
}
const looseRing = finger(-2, 12, 14, 8)
const looseLittle = finger(-6, 10, 12, 6)
/** The fingers that do not pinch are bent, as they are at ease: straight ones would make an open palm of an open pinch. */
const atEase = {
  middle: finger(0, 34, 40, 20),
  ring: finger(-2, 42, 46, 22),
  little: finger(-4, 44, 46, 22),
}

/**
 * The shapes the demo hand can take. Those of the pinches come from a search over the joint angles (least squares, pads
 * of the tips touching, near a comfortable hand): tips 7 to 10 mm apart, which is less than the fingers' thickness.
 */
export const poseLibrary = {
  'open-palm': {
    thumb: thumbOut,
    index: finger(8, 0, 0, 0),
    middle: finger(2, 0, 0, 0),
    ring: finger(-2, 0, 0, 0),
    little: finger(-6, 0, 0, 0),
    turn: facing,
  },
  point: {
    thumb: thumbBeside,
    index: finger(0, 0, 0, 0),
    middle: curled,
    ring: curled,
    little: curled,
    turn: pointing,
  },
  relaxed: {
    thumb: thumb(5, 0, 0, 10, 10),
    index: finger(2, 26, 32, 18),
    ...atEase,
    turn: pointing,
  },
  'pinch-index': {
    thumb: thumb(32, 8, -8, 20, -10),
    index: finger(-12, 44, 64, 22),
    middle: finger(0, 12, 14, 8),
    ring: looseRing,
    little: looseLittle,
    turn: pointing,
  },
  'pinch-index-open': {
    thumb: thumb(5, -8, -4, 5, 0),
    index: finger(0, 22, 28, 14),
    ...atEase,
    turn: pointing,
  },
  'pinch-middle': {
    thumb: thumb(41, 6, -16, 21, -6),
    index: finger(4, 4, 6, 4),
    middle: finger(-12, 52, 65, 16),
    ring: looseRing,
    little: looseLittle,
    turn: middleTouching,
  },
  'pinch-ring': {
    thumb: thumb(46, 16, -13, 25, -10),
    index: finger(4, 4, 6, 4),
    middle: finger(2, 6, 8, 4),
    ring: finger(-12, 55, 60, 8),
    little: looseLittle,
    turn: ringTouching,
  },
  'pinch-two': {
    thumb: thumb(33, 19, 1, 24, -10),
    index: finger(-12, 45, 58, 20),
    middle: finger(11, 50, 69, 17),
    ring: looseRing,
    little: looseLittle,
    turn: twoTouching,
  },
  fist: { ...fistFingers, thumb: thumbAcross, turn: handTurn(-15, 0, 0) },
  'thumbs-up': { ...fistFingers, thumb: thumbUp, turn: handTurn(0, -140, 90) },
  'thumbs-down': { ...fistFingers, thumb: thumbUp, turn: handTurn(0, -165, -76) },
  victory: {
    thumb: thumbAcross,
    index: finger(12, 0, 0, 0),
    middle: finger(-8, 0, 0, 0),
    ring: curled,
    little: curled,
    turn: facing,
  },
  ok: {
    thumb: thumb(32, 8, -8, 20, -10),
    index: finger(-12, 44, 64, 22),
    middle: finger(2, 0, 0, 0),
    ring: finger(-4, 0, 0, 0),
    little: finger(-10, 0, 0, 0),
    turn: pointing,
  },
  /** Letters as they are signed; V is `victory`. */
  'letter-l': {
    thumb: thumbOut,
    index: finger(0, 0, 0, 0),
    middle: curled,
    ring: curled,
    little: curled,
    turn: facing,
  },
  'letter-i': { ...fistFingers, little: finger(-6, 0, 0, 0), thumb: thumbAcross, turn: facing },
  'letter-y': { ...fistFingers, little: finger(-14, 0, 0, 0), thumb: thumbOut, turn: facing },
} as const satisfies Readonly<Record<string, HandPose>>

export type PoseName = keyof typeof poseLibrary
