import { subscribe, notifyAll } from '../../contract/boundary/subscribers.ts'
import type { DetectedBodies, DetectedFrame } from '../capture/tracking/loop/messages.ts'

/** Hands or bodies as they are detected, for pages that look at them closely. Nobody listens while no such page is open. */
export interface Feed<Frame> {
  listen(listener: (frame: Frame) => void): () => void
  publish(frame: Frame): void
}
export type FrameFeed = Feed<DetectedFrame>
export type BodyFeed = Feed<DetectedBodies>

export const createFrameFeed = (): FrameFeed => createFeed()
export const createBodyFeed = (): BodyFeed => createFeed()

function createFeed<Frame>(): Feed<Frame> {
  const listeners = new Set<(frame: Frame) => void>()
  return {
    listen: (listener) => subscribe(listeners, listener),
    publish: (frame) => {
      notifyAll(listeners, frame)
    },
  }
}
