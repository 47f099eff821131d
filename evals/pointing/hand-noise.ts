import { makeFrame, makeHand } from '../../test/support/hand/make-hand.ts'
import { pinchShape } from '../../test/support/hand/shapes.ts'
import type { FingerName } from '../../test/support/hand/skeleton.ts'
import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import type { Random } from './random.ts'

/**
 * What a tracker says of a hand held still, in palm lengths per axis about a straight line through 0.7 s: medians of 34 windows in
 * the clips. They were taken with wider limits (0.06 palm lengths per second, 0.05 palm lengths) than those of rest-windows.ts, whose
 * calmest moments measure half of it: a hand that works is not at its calmest.
 */
export const REST_NOISE = {
  /** Of wrist and knuckles together; tremor and the tracker's own swaying cannot be told apart, and need not be. */
  anchorSdPalms: 0.0056,
  /** How much of it is still there one 30th of a second later. */
  anchorLag1: 0.63,
  /** Of the index finger's tip. */
  tipSdPalms: 0.0079,
} as const

export const PALM = 0.15
const ASPECT_RATIO = 4 / 3

/** A hand as the camera sees it: where its palm is (image heights), and how far finger and thumb have closed. */
export interface SeenPose {
  readonly x: number
  readonly y: number
  readonly closed: number
  /** Where the tips meet in this pinch, off the usual place, in palm lengths. */
  readonly throwX: number
  readonly throwY: number
}

/** Makes camera frames of a right hand whose `finger` pinches, with the noise of a real tracker on them. */
export function createNoisyCamera(
  random: Random,
  finger: FingerName = 'index',
): (pose: SeenPose, atMs: number) => HandFrame {
  const swayX = createSway(random)
  const swayY = createSway(random)
  // What the tip trembles beyond the palm.
  const ownSd = Math.sqrt(REST_NOISE.tipSdPalms ** 2 - REST_NOISE.anchorSdPalms ** 2) * PALM
  return (pose, atMs) => {
    const x = pose.x + swayX()
    const y = pose.y + swayY()
    const hand = makeHand({
      shape: pinchShape(finger, pose.closed),
      palm: PALM,
      at: [x / ASPECT_RATIO, y],
      aspectRatio: ASPECT_RATIO,
    })
    const landmarks = hand.landmarks.map((point, index) => {
      const sd = isPalm(index) ? 0 : ownSd
      const thrown = isTip(index) ? pose.closed * PALM : 0
      return {
        x: point.x + (random.normal() * sd + pose.throwX * thrown) / ASPECT_RATIO,
        y: point.y + random.normal() * sd + pose.throwY * thrown,
        z: point.z,
      }
    })
    return makeFrame(atMs, [{ ...hand, landmarks }], ASPECT_RATIO)
  }
}

const isPalm = (index: number): boolean => [0, 1, 5, 9, 13, 17].includes(index)

/** Of thumb and index finger. */
const isTip = (index: number): boolean => [4, 8].includes(index)

/** A first-order process: each value keeps `anchorLag1` of the one before. */
function createSway(random: Random): () => number {
  const { anchorLag1, anchorSdPalms } = REST_NOISE
  let value = 0
  return () => {
    value =
      value * anchorLag1 + random.normal() * Math.sqrt(1 - anchorLag1 ** 2) * anchorSdPalms * PALM
    return value
  }
}
