import { handFrameOf } from '../trackers/hand-frame-of.ts'
import { createMediapipeTracker } from '../trackers/mediapipe-tracker.ts'
import { createNativeTracker } from '../trackers/native-tracker.ts'
import { serveTracker } from './serve-tracker.ts'

/** The thread that turns pictures into hands. */
serveTracker({
  what: 'Hand tracking',
  createTracker: ({ name }, wasmUrl) => {
    if (name === 'mediapipe') return createMediapipeTracker({ wasmUrl })
    return name === 'native' ? createNativeTracker() : undefined
  },
  frameOf: handFrameOf,
})
