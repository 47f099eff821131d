import type { RendererEndpoint } from '../../contract/boundary/endpoints.ts'
import { startCapture } from '../capture/capture.ts'
import { createHandInterpolation, type HandInterpolation } from '../drawing/hand-interpolation.ts'
import { AppStore } from './app-store.svelte.ts'
import { createBodyFeed, createFrameFeed, type BodyFeed, type FrameFeed } from './frame-feed.ts'
import { reportFaults } from './report-faults.ts'

export interface WindowParts {
  readonly store: AppStore
  readonly interpolation: HandInterpolation
  readonly frames: FrameFeed
  readonly bodies: BodyFeed
}

/** Starts what the window lives on: the camera and the tracker, led by the host, and the state that is shown. */
export function startWindow(end: RendererEndpoint): WindowParts {
  const store = new AppStore(end)
  reportFaults(store)
  const interpolation = createHandInterpolation()
  const frames = createFrameFeed()
  const bodies = createBodyFeed()
  startCapture(end, {
    onCamera: (camera) => (store.stream = camera?.stream),
    onFrame: (frame) => {
      interpolation.add(frame.hands, performance.now())
      frames.publish(frame)
    },
    onBodies: bodies.publish,
    onBodyTracker: (status) => (store.bodyTracker = status),
    onMetrics: (metrics) => (store.metrics = metrics),
    onLabels: (labels) => (store.cameraLabels = labels),
  })
  return { store, interpolation, frames, bodies }
}
