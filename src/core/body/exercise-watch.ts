import { bodyPose, type PoseReading } from './body-poses.ts'
import {
  countRepetition,
  NO_REPETITIONS,
  SQUAT,
  type Exercise,
  type RepetitionState,
} from './repetitions.ts'
import type { SmoothBody } from './smooth-bodies.ts'

/** What a person does, and how often they have done it. */
export interface Doing {
  readonly pose: PoseReading
  readonly squats: RepetitionState
}

export interface ExerciseWatch {
  /** One frame's people, in the order given. Who comes back with their number goes on counting. */
  step(people: readonly SmoothBody[], atMs: number): readonly Doing[]
}

/** A joint that the tracker only guesses does not count. */
const MIN_CONFIDENCE = 0.5
/** Whoever has been away for longer than numbers are kept is somebody new, and this many are remembered at most. */
const MAX_REMEMBERED = 64

export function createExerciseWatch(exercise: Exercise = SQUAT): ExerciseWatch {
  const known = new Map<number, Doing>()
  return {
    step: (people, atMs) =>
      people.map(({ body, angles }) => {
        const before = known.get(body.trackId)
        const doing: Doing = {
          pose: bodyPose(body, angles, before?.pose.pose),
          squats: countRepetition(
            before?.squats ?? NO_REPETITIONS,
            kneesDeg(angles),
            atMs,
            exercise,
          ),
        }
        known.delete(body.trackId)
        known.set(body.trackId, doing)
        const [oldest] = known.keys()
        if (known.size > MAX_REMEMBERED && oldest !== undefined) known.delete(oldest)
        return doing
      }),
  }
}

/** Mean of the knees that are seen; not a number when neither is. */
function kneesDeg(angles: SmoothBody['angles']): number {
  const knees = angles.filter(
    ({ name, confidence }) => name.endsWith('.knee') && confidence >= MIN_CONFIDENCE,
  )
  return knees.reduce((sum, { degrees }) => sum + degrees, 0) / knees.length
}
