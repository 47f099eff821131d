import type { Meter } from './gesture-meters.ts'

/** Brings readings to the meters that show them, past the components: they come at the tracker's pace. */
export interface MeterBoard {
  show(meters: ReadonlyMap<string, Meter>): void
  listen(gesture: string, hear: (meter: Meter) => void): () => void
}

export function createMeterBoard(): MeterBoard {
  const listeners = new Map<string, Set<(meter: Meter) => void>>()
  return {
    show: (meters) => {
      for (const [gesture, meter] of meters) {
        for (const hear of listeners.get(gesture) ?? []) hear(meter)
      }
    },
    listen: (gesture, hear) => {
      const heard = listeners.get(gesture) ?? new Set()
      listeners.set(gesture, heard.add(hear))
      return () => void heard.delete(hear)
    },
  }
}
