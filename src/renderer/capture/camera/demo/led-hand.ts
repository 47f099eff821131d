import { momentOf, type DemoMoment, type DemoScript } from './demo-script.ts'
import { poseLibrary, type PoseName } from './pose-library.ts'

/** The name by which the demo hand can be led: `--camera demo:led`. */
export const LED = 'led'
/** On it comes where the hand is to go. Only pages of our own origin reach it, and there is only ours. */
export const LEADING_CHANNEL = 'beckon-demo-hand'

/** Where the palm is to go, in mirrored image coordinates 0..1, and in which shape. */
export interface LedHandCommand {
  readonly x: number
  readonly y: number
  readonly pose: PoseName
  readonly isAway: boolean
}

export interface LedHand {
  momentAt(playedMs: number): DemoMoment
  command(command: LedHandCommand, playedMs: number): void
}

/** Fingers take so long to close, and a hand does not leap. */
const SHAPE_MS = 200
const SPEED_PER_S = 0.5

/** A hand that goes from wish to wish as hands move: a test can look at what comes of it, and correct it, as people do. */
export function createLedHand(): LedHand {
  let script: DemoScript = {
    handedness: 'right',
    start: { x: 0.62, y: 0.58 },
    pose: 'open-palm',
    steps: [],
  }
  let beganMs = 0
  const momentAt = (playedMs: number): DemoMoment => momentOf(script, playedMs - beganMs)
  return {
    momentAt,
    command({ x, y, pose, isAway }, playedMs) {
      const now = momentAt(playedMs)
      const before = now.ratio < 0.5 ? now.fromPose : now.toPose
      const moveMs = (Math.hypot(x - now.x, y - now.y) / SPEED_PER_S) * 1000
      const forMs = Math.max(moveMs, pose === before ? 1 : SHAPE_MS)
      script = {
        handedness: 'right',
        start: { x: now.x, y: now.y },
        pose: before,
        steps: [{ forMs, to: { x, y }, pose, isAway }],
      }
      beganMs = playedMs
    },
  }
}

/** A wish, if it is one. */
export function parseLedHandCommand(data: unknown): LedHandCommand | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { x, y, pose, isAway } = data as Partial<Record<keyof LedHandCommand, unknown>>
  const isPlace = [x, y].every((share) => typeof share === 'number' && share >= 0 && share <= 1)
  if (!isPlace || typeof pose !== 'string' || !Object.hasOwn(poseLibrary, pose)) return undefined
  return { x: Number(x), y: Number(y), pose: pose as PoseName, isAway: isAway === true }
}
