import type { Letter } from '../../../../core/classifier/letters/letters.ts'
import { finger, thumb, handTurn } from './bends.ts'
import type { FingerBend, HandPose } from './hand-pose.ts'
import { poseLibrary } from './pose-library.ts'

const facing = handTurn(0, 0, 0)
/** Across the body, the back of the hand towards the camera. */
const sideways = handTurn(0, 160, 80)
const downwards = handTurn(115, 25, 0)
const straight = finger(0, 0, 0, 0)
const curled = finger(0, 82, 98, 55)
const { thumb: across } = poseLibrary.victory
const tucked = thumb(48, 14, -24, 45, 40)
const beside = thumb(12, 20, 0, 0, 0)
/** All four fingers alike. */
const fourFingers = (bend: FingerBend): Pick<HandPose, 'index' | 'middle' | 'ring' | 'little'> => ({
  ...{ index: bend, middle: bend, ring: bend, little: bend },
})
const fist = fourFingers(curled)
const pointing: HandPose = {
  ...{ ...fist, index: straight, thumb: thumb(2, -2, 0, 0, 0), turn: sideways },
}
const forked: HandPose = {
  ...{ ...fist, index: finger(2, 5, 0, 0), middle: finger(-2, 42, 8, 4) },
  ...{ thumb: thumb(24, 6, -8, -5, -5), turn: handTurn(0, 20, 0) },
}
/** Fingers folded over the thumb, whose tip shows between two of them. */
const over = finger(0, 88, 62, 12)

/** How each letter of the American manual alphabet is held; J and Z as they begin. */
export const letterPoses: Readonly<Record<Letter, HandPose>> = {
  A: { ...fist, thumb: beside, turn: facing },
  B: { ...fourFingers(straight), thumb: across, turn: facing },
  C: {
    ...fourFingers(finger(0, 28, 48, 30)),
    thumb: thumb(24, -8, -12, 12, 18),
    turn: handTurn(0, 50, 0),
  },
  D: {
    ...{ index: straight, middle: finger(0, 62, 66, 30), ring: finger(0, 66, 70, 30) },
    ...{
      little: finger(0, 70, 72, 30),
      thumb: thumb(36, 8, -12, 26, 12),
      turn: handTurn(0, 35, 0),
    },
  },
  E: { ...fourFingers(finger(0, 58, 106, 58)), thumb: thumb(46, 14, -24, 40, 45), turn: facing },
  F: { ...poseLibrary.ok, turn: handTurn(0, 25, 0) },
  G: pointing,
  H: { ...pointing, middle: finger(2, 0, 0, 0), thumb: across },
  I: poseLibrary['letter-i'],
  J: poseLibrary['letter-i'],
  K: forked,
  L: poseLibrary['letter-l'],
  M: { ...fist, index: over, middle: over, ring: over, thumb: tucked, turn: facing },
  N: { ...fist, index: over, middle: over, thumb: tucked, turn: facing },
  O: {
    ...fourFingers(finger(0, 48, 58, 32)),
    thumb: thumb(36, 4, -12, 22, 14),
    turn: handTurn(0, 50, 0),
  },
  P: { ...forked, turn: downwards },
  Q: { ...pointing, turn: handTurn(120, 40, 10) },
  R: {
    ...{ ...fist, index: finger(-9, 4, 0, 0), middle: finger(11, -4, 0, 0) },
    ...{ thumb: across, turn: facing },
  },
  S: { ...poseLibrary.fist, turn: facing },
  T: { ...fist, index: over, thumb: thumb(38, 18, -12, -5, 0), turn: facing },
  U: {
    ...fist,
    index: finger(-2, 0, 0, 0),
    middle: finger(3, 0, 0, 0),
    thumb: across,
    turn: facing,
  },
  V: poseLibrary.victory,
  W: {
    ...{ index: finger(12, 0, 0, 0), middle: straight, ring: finger(-12, 0, 0, 0) },
    ...{ little: curled, thumb: across, turn: facing },
  },
  X: { ...fist, index: finger(0, 8, 92, 50), thumb: across, turn: handTurn(0, 30, 0) },
  Y: poseLibrary['letter-y'],
  Z: { ...poseLibrary.point, turn: facing },
}
