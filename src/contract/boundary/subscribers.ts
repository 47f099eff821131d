import type { Unsubscribe } from './endpoints.ts'

/** The listeners of each channel of one direction. One that throws does not keep the others from hearing. */
export type Subscribers<Payloads> = {
  readonly [Name in keyof Payloads]: Set<(payload: Payloads[Name]) => void>
}

/** A set for each of these channels, empty yet. */
export function subscribersOf<Payloads>(channels: {
  readonly [Name in keyof Payloads]: unknown
}): Subscribers<Payloads> {
  const sets = Object.keys(channels).map((name) => [name, new Set()] as const)
  return asSubscribers<Payloads>(Object.fromEntries(sets))
}

// There is one for each name, which is all that tells them apart as long as they are empty.
const asSubscribers = <Payloads>(sets: object): Subscribers<Payloads> =>
  sets as Subscribers<Payloads>

export function subscribe<Listener>(listeners: Set<Listener>, listener: Listener): Unsubscribe {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function notifyAll<Payload>(
  listeners: ReadonlySet<(payload: Payload) => void>,
  payload: Payload,
): void {
  for (const listener of [...listeners]) {
    try {
      listener(payload)
    } catch (error) {
      // Surfaces as an unhandled rejection: our bug, and not one of the link.
      void Promise.reject(error)
    }
  }
}
