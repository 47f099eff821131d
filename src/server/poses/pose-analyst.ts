import { createExerciseWatch } from '../../core/body/exercise-watch.ts'
import { bodyFromFlat } from '../../core/body/flat-body.ts'
import { createBodySmoother } from '../../core/body/smooth-bodies.ts'
import { handFromFlat } from '../../core/hand/flat-hand.ts'
import type { HandEngine } from '../../inference/hand-engine.ts'
import { createMonotonicStamp } from '../../inference/monotonic-stamp.ts'
import type { PoseEngine } from '../../inference/pose-engine.ts'
import type { HeldPixels, ReadPixels } from '../http/read-pixels.ts'
import type { PoseOptions } from './pose-messages.ts'
import { handResult, poseResult, type PoseResult } from './pose-result.ts'
import { createHandSmoother } from './smooth-hands.ts'

export interface PoseEngines {
  readonly pose: PoseEngine
  readonly hands: HandEngine
}

export interface AnalystOptions extends PoseOptions {
  readonly readPixels: ReadPixels
}

/** Milliseconds. Stages overlap: a frame is decoded while the one before is looked at, and body and hands are found side by side. */
export interface StageTimings {
  readonly decode: number
  readonly pose: number
  readonly hands: number
}

export interface Analysis {
  readonly result: PoseResult
  /** Milliseconds. */
  readonly timings: StageTimings
}

export interface ReadPicture {
  /** Let go of when it has been looked at; by who drops it, if it is not. */
  readonly held: HeldPixels
  readonly decodeMs: number
}

/** Looks at the frames of one client, one after another. */
export interface PoseAnalyst {
  /** Needs no turn: the next frame can be read while this one is looked at. Rejects with a RangeError for what is no picture. */
  read(picture: Uint8Array): Promise<ReadPicture>
  analyse(picture: ReadPicture, atMs: number): Promise<Analysis>
}

/** For frames of one camera or video: people are followed, numbered and smoothed. */
export function createPoseAnalyst(
  engines: PoseEngines,
  options: AnalystOptions,
  nowMs: () => number,
): PoseAnalyst {
  const bodies = engines.pose.openStream(options.people)
  const hands = engines.hands.openStream(2, { isRecheckingLate: false })
  const { smoothing } = options
  const smoother = createBodySmoother(smoothing)
  const stamp = createMonotonicStamp()
  const watch = createExerciseWatch()
  const smoothHands = createHandSmoother(smoothing.hands)
  return {
    read: async (picture) => {
      const [held, decodeMs] = await withDuration(nowMs, () => options.readPixels(picture))
      return { held, decodeMs }
    },
    analyse: async ({ held, decodeMs }, atMs) => {
      const { pixels } = held
      const stampMs = stamp(atMs)
      // Side by side, one's models run while the other's crops are cut: a tenth less than one after the other (bench pose).
      const [[found, pose], [seen, hand]] = await Promise.all([
        withDuration(nowMs, () => bodies.detect(pixels, stampMs)),
        withDuration(nowMs, async () => (options.hands ? hands.detect(pixels, stampMs) : [])),
      ]).finally(held.release)
      const people = smoother.step(found.bodies.map(bodyFromFlat), stampMs)
      const doing = watch.step(people, stampMs)
      const handsSeen = seen.map((one) => handResult(handFromFlat(one)))
      const result = poseResult(people, doing, smoothHands(handsSeen, stampMs))
      // Searching for others can wait until the answer is on its way.
      void bodies.detectFurther().catch(() => undefined)
      if (options.hands) void hands.detectFurther().catch(() => undefined)
      return { result, timings: { decode: decodeMs, pose, hands: hand } }
    },
  }
}

/** One picture that has nothing to do with others. */
export async function analysePicture(
  engines: PoseEngines,
  picture: Uint8Array,
  options: AnalystOptions,
  nowMs: () => number,
): Promise<Analysis> {
  const [{ pixels, release }, decode] = await withDuration(nowMs, () => options.readPixels(picture))
  try {
    const [found, pose] = await withDuration(nowMs, () =>
      engines.pose.detect(pixels, options.people),
    )
    const [seen, hands] = await withDuration(nowMs, async () =>
      options.hands ? engines.hands.detect(pixels) : [],
    )
    return { result: resultOf(found, seen), timings: { decode, pose, hands } }
  } finally {
    release()
  }
}

type FoundBodies = Awaited<ReturnType<PoseEngine['detect']>>
type FoundHands = Awaited<ReturnType<HandEngine['detect']>>

function resultOf(found: FoundBodies, seen: FoundHands): PoseResult {
  const people = createBodySmoother().step(found.map(bodyFromFlat), 0)
  const doing = createExerciseWatch().step(people, 0)
  const handsSeen = seen.map((one) => handResult(handFromFlat(one)))
  return poseResult(people, doing, handsSeen)
}

/** What came of it, and how many milliseconds it took. */
async function withDuration<Value>(
  nowMs: () => number,
  work: () => Promise<Value>,
): Promise<readonly [Value, number]> {
  const beganMs = nowMs()
  const value = await work()
  return [value, Math.round((nowMs() - beganMs) * 100) / 100]
}
