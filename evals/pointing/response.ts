import { makeFrame, makeHand } from '../../test/support/hand/make-hand.ts'
import { DESKTOP, shippedProject } from '../../test/support/hand/stage.ts'
import { createOurs } from './techniques.ts'

/** How the cursor answers to a hand without noise. Camera and transport add their own delay to it, which is not counted here. */
export interface Response {
  /** Of a sine of 1 Hz, a quarter of a palm to either side: the delay at which cursor and hand agree best. */
  readonly lagMs: number
  /** Of a quarter of a palm within one frame, beyond its end. */
  readonly overshootRatio: number
}

const PALM = 0.15
const ASPECT_RATIO = 4 / 3
const FRAME_MS = 1000 / 30
const SWING = 0.25 * PALM

export function measureResponse(): Response {
  return { lagMs: sineLagMs(), overshootRatio: stepOvershoot() }
}

function drive(xOf: (seconds: number) => number, seconds: number): readonly number[] {
  const ours = createOurs(PALM)
  return Array.from({ length: Math.round((seconds * 1000) / FRAME_MS) }, (_, index) => {
    const x = 0.85 + xOf((index * FRAME_MS) / 1000)
    const hand = makeHand({ shape: 'relaxed', palm: PALM, at: [x / ASPECT_RATIO, 0.55] })
    return ours.step(makeFrame(index * FRAME_MS, [hand], ASPECT_RATIO)).cursor?.x ?? Number.NaN
  })
}

function sineLagMs(): number {
  const cursor = drive((seconds) => SWING * Math.sin(2 * Math.PI * seconds), 6)
  // Phase by the two quadratures over whole periods, after the filter has settled.
  let sine = 0
  let cosine = 0
  const mean = cursor.slice(60, 180).reduce((sum, x) => sum + x, 0) / 120
  for (let index = 60; index < 180; index += 1) {
    const angle = (2 * Math.PI * index * FRAME_MS) / 1000
    sine += ((cursor[index] ?? 0) - mean) * Math.sin(angle)
    cosine += ((cursor[index] ?? 0) - mean) * Math.cos(angle)
  }
  return (Math.atan2(-cosine, sine) / (2 * Math.PI)) * 1000
}

function stepOvershoot(): number {
  const cursor = drive((seconds) => (seconds < 2 ? 0 : SWING), 5)
  const from = cursor[55] ?? 0
  const wanted =
    (SWING * DESKTOP.height) / (shippedProject('desktop').pointer.boxHeightPalms * PALM)
  const furthest = Math.max(...cursor.slice(60)) - from
  return Math.max(furthest / wanted - 1, 0)
}
