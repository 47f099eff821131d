import type { ScreenPoint } from '../../src/core/geometry/point.ts'
import type { HandFrame } from '../../src/core/hand/hand-frame.ts'
import type { FingerName } from '../../test/support/hand/skeleton.ts'
import { createNoisyCamera, PALM } from './hand-noise.ts'
import { createRandom } from './random.ts'
import { minimumJerk, PINCH } from './simulated-user.ts'
import { asItIs, createOurs, createPlain } from './techniques.ts'
import type { Technique } from './techniques.ts'

/** How far from where the cursor was when the finger began to close the click landed, in pixels of a 1920 × 1080 desktop. */
export interface ClickShift {
  readonly technique: string
  readonly finger: FingerName
  /** undefined: the pinch did not click, or not with one click. */
  readonly shiftPx: number | undefined
}

const FINGERS: readonly FingerName[] = ['index', 'middle', 'ring']
const CLOSE_MS = [120, 160, 240] as const
const ROUNDS = 12
const FRAME_MS = 1000 / 30
const REST_MS = 900
const AFTER_MS = 500

/** Pinches of the made hand, noise, drift and all, by each finger that the desktop project binds to a button. */
export function madeClickShifts(): readonly ClickShift[] {
  return FINGERS.flatMap((finger) =>
    CLOSE_MS.flatMap((closeMs) =>
      Array.from({ length: ROUNDS }, (_, round) => {
        const frames = pinchFrames(finger, closeMs, 1000 * round + closeMs)
        const techniques = [createOurs(PALM), createPlain('plain', asItIs, finger)]
        return techniques.map((technique) => ({
          technique: technique.name,
          finger,
          shiftPx: shiftOf(technique, frames, REST_MS),
        }))
      }).flat(),
    ),
  )
}

function pinchFrames(finger: FingerName, closeMs: number, seed: number): readonly HandFrame[] {
  const random = createRandom(seed)
  const camera = createNoisyCamera(random, finger)
  const thrown = {
    throwX: random.normal() * PINCH.throwSd,
    throwY: random.normal() * PINCH.throwSd,
  }
  const drift = {
    x: random.normal() * PINCH.driftSd,
    y: PINCH.driftDown + random.normal() * PINCH.driftSd,
  }
  const count = Math.ceil((REST_MS + closeMs + PINCH.holdMs + PINCH.openMs + AFTER_MS) / FRAME_MS)
  return Array.from({ length: count }, (_, index) => {
    const ms = index * FRAME_MS - REST_MS
    const closed =
      ms < closeMs + PINCH.holdMs
        ? minimumJerk(ms / closeMs)
        : 1 - minimumJerk((ms - closeMs - PINCH.holdMs) / PINCH.openMs)
    const pose = { x: 0.8 + drift.x * closed, y: 0.55 + drift.y * closed, closed, ...thrown }
    return camera(pose, index * FRAME_MS)
  })
}

/** From the cursor at `closingFromMs` to the one click that follows. */
export function shiftOf(
  technique: Technique,
  frames: readonly HandFrame[],
  closingFromMs: number,
): number | undefined {
  let decided: ScreenPoint | undefined
  const clicks: ScreenPoint[] = []
  for (const frame of frames) {
    const pointed = technique.step(frame)
    if (frame.atMs <= closingFromMs) decided = pointed.cursor
    else clicks.push(...pointed.clicks)
  }
  const [click] = clicks
  if (decided === undefined || click === undefined || clicks.length > 1) return undefined
  return Math.hypot(click.x - decided.x, click.y - decided.y)
}
