import type { FingerBend, HandTurn, ThumbBend } from './hand-pose.ts'

/** Poses are written as rows of angles in degrees; these give them their names. */
export const finger = (
  spreadDeg: number,
  knuckleDeg: number,
  middleDeg: number,
  tipDeg: number,
): FingerBend => ({ spreadDeg, knuckleDeg, middleDeg, tipDeg })

export const thumb = (
  flexDeg: number,
  spreadDeg: number,
  twistDeg: number,
  knuckleDeg: number,
  tipDeg: number,
): ThumbBend => ({ flexDeg, spreadDeg, twistDeg, knuckleDeg, tipDeg })

export const handTurn = (pitchDeg: number, yawDeg: number, rollDeg: number): HandTurn => ({
  pitchDeg,
  yawDeg,
  rollDeg,
})
