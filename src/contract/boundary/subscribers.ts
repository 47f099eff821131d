import type { Unsubscribe } from './endpoints.ts'
import { forThisStage, reportFault } from './faults.ts'

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

/** It is called for the stage that subscribes now. */
export function subscribe<Payload>(
  listeners: Set<(payload: Payload) => void>,
  listener: (payload: Payload) => void,
): Unsubscribe {
  const heard = forThisStage(listener)
  listeners.add(heard)
  return () => void listeners.delete(heard)
}

export function notifyAll<Payload>(
  listeners: ReadonlySet<(payload: Payload) => void>,
  payload: Payload,
): void {
  for (const listener of [...listeners]) {
    try {
      listener(payload)
    } catch (error) {
      // Our bug, and not one of the link.
      reportFault({ stage: undefined, error })
    }
  }
}
