import type { DetectedFrame } from '../tracking/messages.ts'

/** Hands as they are detected, for pages that look at them closely. Nobody listens while no such page is open. */
export interface FrameFeed {
  listen(listener: (frame: DetectedFrame) => void): () => void
  tell(frame: DetectedFrame): void
}

export function createFrameFeed(): FrameFeed {
  const listeners = new Set<(frame: DetectedFrame) => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(frame) {
      for (const listener of listeners) listener(frame)
    },
  }
}
