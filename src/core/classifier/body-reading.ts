import type { Body } from '../body/body.ts'
import { createExerciseWatch } from '../body/exercise-watch.ts'
import { createBodySmoother } from '../body/smooth-bodies.ts'
import type { BodyReading } from './classifier.ts'

/** Makes of the bodies of one picture after the other what classifiers read: bodies come less often than hands. */
export interface BodyObserver {
  /** The people of one picture; of several the one that the tracker names first. Frame time. */
  observe(bodies: readonly Body[], atMs: number): void
  /** As of the newest picture; undefined while nobody is seen, or that was too long ago. */
  at(atMs: number): BodyReading | undefined
}

/** Bodies are looked for twelve times a second, on a busy machine three: an older one may have gone. */
const STALE_MS = 700

export function createBodyObserver(): BodyObserver {
  let smoother = createBodySmoother()
  let watch = createExerciseWatch()
  let last: { readonly heard: BodyReading | undefined; readonly atMs: number } | undefined

  const read = (bodies: readonly Body[], atMs: number): BodyReading | undefined => {
    const people = smoother.step(bodies, atMs)
    const [doing] = watch.step(people, atMs)
    const trackId = people[0]?.body.trackId
    if (doing === undefined || trackId === undefined) return undefined
    const before = last?.heard
    const isSame = before?.trackId === trackId && atMs - (last?.atMs ?? 0) <= STALE_MS
    const bornAtMs = isSame ? before.bornAtMs : atMs
    return { trackId, bornAtMs, pose: doing.pose, squats: doing.squats.count }
  }
  return {
    observe: (bodies, atMs) => {
      // A camera that counts anew: nothing of what was measured in the old time holds.
      if (last !== undefined && atMs < last.atMs) {
        smoother = createBodySmoother()
        watch = createExerciseWatch()
        last = undefined
      }
      last = { heard: read(bodies, atMs), atMs }
    },
    at: (atMs) =>
      last !== undefined && Math.abs(atMs - last.atMs) <= STALE_MS ? last.heard : undefined,
  }
}
