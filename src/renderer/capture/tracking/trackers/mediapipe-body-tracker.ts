import { PoseLandmarker, type PoseLandmarkerResult } from '@mediapipe/tasks-vision'
import { say } from '../../../../contract/words/say.ts'
import type { Body } from '../../../../core/body/body.ts'
import type { Tracker } from './tracker.ts'
import { createVisionTracker, type VisionOptions } from './vision-tracker.ts'

/** Who is away for longer comes back as somebody else: the library does not tell people apart. */
const REMEMBERED_MS = 1500

/** MediaPipe's pose landmarker, one person. */
export function createMediapipeBodyTracker(options: VisionOptions): Tracker<Body> {
  let trackId = 0
  let seenMs = -Infinity
  return createVisionTracker(
    {
      model: 'body',
      what: say('Body tracking'),
      make: (fileset, base) => PoseLandmarker.createFromOptions(fileset, { ...base, numPoses: 1 }),
      seen: (result, atMs) => {
        if (result.landmarks.length === 0) return []
        if (atMs - seenMs > REMEMBERED_MS) trackId += 1
        seenMs = atMs
        return bodiesOf(result, trackId)
      },
    },
    options,
  )
}

function bodiesOf({ landmarks, worldLandmarks }: PoseLandmarkerResult, trackId: number): Body[] {
  const [points] = landmarks
  const [world] = worldLandmarks
  if (points === undefined || world === undefined) return []
  const isInside = (value: number): boolean => value >= 0 && value <= 1
  return [
    {
      trackId,
      landmarks: points.map(({ x, y, z }) => ({ x, y, z })),
      world: world.map(({ x, y, z }) => ({ x, y, z })),
      visibility: points.map(({ visibility }) => Math.min(1, Math.max(0, visibility))),
      // The library keeps to itself how sure the model is of this.
      inPicture: points.map(({ x, y }) => (isInside(x) && isInside(y) ? 1 : 0)),
    },
  ]
}
