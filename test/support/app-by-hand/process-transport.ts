import type { Transport } from '../../../src/contract/boundary/transport.ts'

/** One end of a channel between two processes, as `process` and a forked child both are. */
export interface Port {
  readonly connected: boolean
  /** The callback keeps a channel that breaks meanwhile from being an uncaught error. */
  send?(message: unknown, done: () => void): unknown
  on(event: 'message', listener: (message: unknown) => void): unknown
  off(event: 'message', listener: (message: unknown) => void): unknown
}

interface Carried {
  readonly transport: number
  readonly message?: unknown
}

/** A wire with a number: many may follow one another on a port, one at a time. Closing it closes the other end's. */
export function transportOn(port: Port, transport: number): Transport {
  const listeners = new Set<(message: unknown) => void>()
  const closers = new Set<() => void>()
  let isOpen = true
  const close = (): void => {
    if (!isOpen) return
    isOpen = false
    port.off('message', take)
    for (const closer of closers) closer()
  }
  const take = (raw: unknown): void => {
    if (!isCarried(raw) || raw.transport !== transport) return
    if (raw.message === undefined) close()
    else for (const listener of listeners) listener(raw.message)
  }
  port.on('message', take)
  const send = (carried: Carried): void => {
    if (isOpen && port.connected) port.send?.(carried, () => undefined)
  }
  return {
    send: (message) => {
      send({ transport, message })
    },
    onMessage: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onClose: (listener) => {
      closers.add(listener)
      return () => closers.delete(listener)
    },
    close: () => {
      send({ transport })
      close()
    },
  }
}

export const isCarried = (raw: unknown): raw is Carried =>
  typeof raw === 'object' && raw !== null && 'wire' in raw
