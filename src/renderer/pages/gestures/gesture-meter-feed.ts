import type { Meter } from './gesture-meters.ts'

/** Brings readings to the meters that show them, past the components: they come at the tracker's pace. */
export interface GestureMeterFeed {
  publish(meters: ReadonlyMap<string, Meter>): void
  subscribe(gesture: string, onMeter: (meter: Meter) => void): () => void
}

export function createGestureMeterFeed(): GestureMeterFeed {
  const listeners = new Map<string, Set<(meter: Meter) => void>>()
  return {
    publish: (meters) => {
      for (const [gesture, meter] of meters) {
        for (const onMeter of listeners.get(gesture) ?? []) onMeter(meter)
      }
    },
    subscribe: (gesture, onMeter) => {
      const subscribed = listeners.get(gesture) ?? new Set()
      listeners.set(gesture, subscribed.add(onMeter))
      return () => void subscribed.delete(onMeter)
    },
  }
}
