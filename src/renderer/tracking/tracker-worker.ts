import { say } from '../../contract/say.ts'
import { handFrameOf } from './hand-frame-of.ts'
import { createMediapipeTracker } from './mediapipe-tracker.ts'
import { createNativeTracker } from './native-tracker.ts'
import { serveTracker } from './serve-tracker.ts'

/** The thread that turns pictures into hands. */
serveTracker({
  what: say('Hand tracking'),
  createTracker: ({ name }, wasmUrl) => {
    if (name === 'mediapipe') return createMediapipeTracker({ wasmUrl })
    return name === 'native' ? createNativeTracker() : undefined
  },
  frameOf: handFrameOf,
})
