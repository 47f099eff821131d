import type { Body } from '../../core/body/body.ts'
import { createBodySmoother } from '../../core/body/smooth-bodies.ts'
import { bodyOfFound } from '../../main/inference/body-of-found.ts'
import { decodeImage } from '../../main/inference/decode-image.ts'
import type { HandEngine } from '../../main/inference/hand-engine.ts'
import type { PoseEngine } from '../../main/inference/pose-engine.ts'
import type { FoundHand } from '../../vision/hand-landmarks.ts'
import { poseResult, type PoseResult } from './pose-result.ts'

export interface PoseEngines {
  readonly pose: PoseEngine
  readonly hands: HandEngine
}

export interface AnalystOptions {
  readonly people: number
  readonly hands: boolean
  readonly maxPicturePx: number
}

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

/** Looks at the frames of one client, one after another. Rejects with a RangeError for a picture that cannot be read. */
export interface PoseAnalyst {
  analyse(picture: Uint8Array, atMs: number): Promise<Analysis>
}

/** For frames of one camera or video: people are followed, numbered and smoothed. */
export function createPoseAnalyst(
  engines: PoseEngines,
  options: AnalystOptions,
  nowMs: () => number,
): PoseAnalyst {
  const bodies = engines.pose.openStream(options.people)
  const hands = engines.hands.openStream(2)
  const smoother = createBodySmoother()
  return {
    analyse: async (picture, atMs) => {
      const timer = createTimer(nowMs)
      const pixels = await decodeImage(picture, { maxPx: options.maxPicturePx })
      const decode = timer()
      const found = await bodies.detect(pixels, atMs)
      const smooth = smoother.step(found.bodies.map(bodyOfFound), found.stampMs)
      const pose = timer()
      const seen = options.hands ? await hands.detect(pixels, found.stampMs) : []
      const analysis = {
        result: poseResult(smooth, seen),
        timings: { decode, pose, hands: timer() },
      }
      // Searching for others can wait until the answer is on its way.
      void bodies.lookFurther().catch(() => undefined)
      if (options.hands) void hands.lookFurther().catch(() => undefined)
      return analysis
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
  const timer = createTimer(nowMs)
  const pixels = await decodeImage(picture, { maxPx: options.maxPicturePx })
  const decode = timer()
  const found: readonly Body[] = (await engines.pose.detect(pixels, options.people)).map(
    bodyOfFound,
  )
  const smooth = createBodySmoother().step(found, 0)
  const pose = timer()
  const hands: readonly FoundHand[] = options.hands ? await engines.hands.detect(pixels) : []
  return { result: poseResult(smooth, hands), timings: { decode, pose, hands: timer() } }
}

/** Milliseconds since it was last asked. */
function createTimer(nowMs: () => number): () => number {
  let lastMs = nowMs()
  return () => {
    const now = nowMs()
    const tookMs = now - lastMs
    lastMs = now
    return Math.round(tookMs * 100) / 100
  }
}
