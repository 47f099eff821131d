import type { TrackedHand } from '../../../../core/hand/hand-frame.ts'
import { say } from '../../../../contract/words/say.ts'
import { createMediapipeTracker } from '../trackers/mediapipe-tracker.ts'
import type { DetectedFrame } from './messages.ts'
import { mirrorOnce } from '../trackers/mirror-once.ts'
import { createNativeTracker } from '../trackers/native-tracker.ts'
import { serveTracker } from './serve-tracker.ts'

/** The thread that turns pictures into hands. */
serveTracker<TrackedHand<'picture'>, DetectedFrame>({
  what: say('Hand tracking'),
  createTracker: ({ name }, wasmUrl) => {
    if (name === 'mediapipe') return createMediapipeTracker({ wasmUrl })
    return name === 'native' ? createNativeTracker() : undefined
  },
  frameOf: (times, seen, isSourceMirrored) => ({
    ...times,
    hands: seen.map((hand) => mirrorOnce(hand, isSourceMirrored)),
  }),
})
