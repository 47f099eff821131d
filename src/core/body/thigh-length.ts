import { distance } from '../geometry/vector.ts'
import { BODY_LANDMARKS, worldPoint, type Body, type BodyWorldPoint } from './body.ts'

/**
 * Makes up for depth that the landmark model underestimates: a thigh that points towards the camera comes out up to a quarter
 * shorter than the same thigh hanging down (0.32 and 0.42 m on pose_squats.mp4), and the knee less bent than it is. Thighs
 * do not shrink, so the knee is moved along the line of sight until the thigh is as long as it was seen to be.
 */
export interface ThighLength {
  /** One frame of one person; frames in their order. */
  withKnownThighs(body: Body): Body
}

/** Below it a landmark is a guess, and no length. */
const SEEN = 0.5
/** How fast a longer thigh is believed: one wrong frame does not make it. */
const LEARNING_RATE = 0.5
/** For each frame: a length that was once wrong is forgotten within minutes. */
const FORGETTING = 0.0001
/** Shorter by less is the model's own trembling. */
const SHORT_RATIO = 0.97
/** Shorter by more is not depth but a mistake: half hidden, or another person. */
const BROKEN_RATIO = 0.5

export function createThighLength(): ThighLength {
  const known = new Map<'left' | 'right', number>()
  return {
    withKnownThighs: (body) => {
      const world = [...body.world]
      for (const side of ['left', 'right'] as const) {
        const [hip, knee] = [`${side}Hip`, `${side}Knee`] as const
        const isSeen = [hip, knee].every(
          (name) => (body.visibility[BODY_LANDMARKS[name]] ?? 0) >= SEEN,
        )
        if (!isSeen) continue
        const [from, to] = [worldPoint(body, hip), worldPoint(body, knee)]
        const lengthM = learnLength(known.get(side), distance(from, to))
        known.set(side, lengthM)
        world[BODY_LANDMARKS[knee]] = stretchedTo(from, to, lengthM)
      }
      return { ...body, world }
    },
  }
}

function learnLength(knownM: number | undefined, seenM: number): number {
  if (knownM === undefined) return seenM
  return knownM + (seenM - knownM) * (seenM > knownM ? LEARNING_RATE : FORGETTING)
}

/** `to`, nearer or farther, so that it is this far from `from`; unchanged if no depth can make it so. */
function stretchedTo(from: BodyWorldPoint, to: BodyWorldPoint, lengthM: number): BodyWorldPoint {
  const ratio = distance(from, to) / lengthM
  if (!(ratio < SHORT_RATIO && ratio > BROKEN_RATIO)) return to
  const acrossM = Math.hypot(to.x - from.x, to.y - from.y)
  const depthM = Math.sqrt(Math.max(0, lengthM ** 2 - acrossM ** 2))
  return { ...to, z: from.z + (to.z < from.z ? -depthM : depthM) }
}
