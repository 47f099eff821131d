import type { Unsubscribe } from '../../../../contract/boundary/endpoints.ts'

/**
 * Those who want to hear of something, told in the order in which they came. One that throws is our bug: it surfaces
 * as an uncaught error on a turn of its own, and does not stop the queue that releases buttons.
 */
export interface Listeners<Value> {
  add(listener: (value: Value) => void): Unsubscribe
  tell(value: Value): void
}

export function createListeners<Value>(): Listeners<Value> {
  const all = new Set<(value: Value) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell(value) {
      for (const listener of all) {
        try {
          listener(value)
        } catch (error) {
          queueMicrotask(() => {
            throw error
          })
        }
      }
    },
  }
}
