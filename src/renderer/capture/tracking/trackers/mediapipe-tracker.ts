import { HandLandmarker, type HandLandmarkerResult } from '@mediapipe/tasks-vision'
import type { TrackedHand } from '../../../../core/hand/hand-frame.ts'
import type { HandTracker } from './tracker.ts'
import { say } from '../../../../contract/words/say.ts'
import { createVisionTracker, type VisionOptions } from './vision-tracker.ts'

/** MediaPipe's hand landmarker, two hands. */
export const createMediapipeTracker = (options: VisionOptions): HandTracker =>
  createVisionTracker(
    {
      model: 'hand',
      what: say('Hand tracking'),
      make: (fileset, base) => HandLandmarker.createFromOptions(fileset, { ...base, numHands: 2 }),
      seen: handsOf,
    },
    options,
  )

function handsOf({
  landmarks,
  worldLandmarks,
  handedness,
}: HandLandmarkerResult): TrackedHand<'picture'>[] {
  return landmarks.flatMap((points, index) => {
    const world = worldLandmarks[index]
    const side = handedness[index]?.[0]
    if (!world || !side) return []
    return [
      {
        /**
         * @note Older versions assumed a selfie view and named the hands the other way round. 0.10.35 names them as
         * they are in an unmirrored picture: right on 17 of 18 photographs of people, and on the demo hand.
         */
        handedness: side.categoryName === 'Left' ? 'left' : 'right',
        score: Math.min(1, Math.max(0, side.score)),
        landmarks: points.map(({ x, y, z }) => ({ x, y, z })),
        world: world.map(({ x, y, z }) => ({ x, y, z })),
      },
    ]
  })
}
