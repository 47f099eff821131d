import type { Unsubscribe } from './endpoints.ts'

/**
 * A connection that carries messages whole and in order for as long as it lives: a WebSocket, a MessagePort. It may
 * end at any moment, and what was on its way is lost then; the link above it makes that good on the next one.
 */
export interface Transport {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): Unsubscribe
  onClose(listener: () => void): Unsubscribe
  /** `refused`: the other side broke the contract. */
  close(why: 'done' | 'refused'): void
}
