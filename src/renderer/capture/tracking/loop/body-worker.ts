import { say } from '../../../../contract/words/say.ts'
import type { Body } from '../../../../core/body/body.ts'
import { createMediapipeBodyTracker } from '../trackers/mediapipe-body-tracker.ts'
import type { DetectedBodies } from './messages.ts'
import { createNativeBodyTracker } from '../trackers/native-body-tracker.ts'
import { serveTracker } from './serve-tracker.ts'
import { unmirrorBody } from '../trackers/unmirror-body.ts'

/** The thread that turns pictures into bodies. */
serveTracker<Body, DetectedBodies>({
  what: say('Body tracking'),
  createTracker: ({ name }, wasmUrl) => {
    if (name === 'mediapipe') return createMediapipeBodyTracker({ wasmUrl })
    return name === 'native' ? createNativeBodyTracker() : undefined
  },
  frameOf: (times, seen, isSourceMirrored) => ({
    ...times,
    bodies: seen.map((body) => unmirrorBody(body, isSourceMirrored)),
  }),
})
