import type { FastifyInstance } from 'fastify'

/**
 * Of connections, whatever they are for. Two for each client, as browsers open them, and room for those that ask over HTTP;
 * a process has a thousand descriptors on many systems, and jobs and log need some.
 */
export const mostConnections = (maxClients: number): number => 2 * maxClients + 64

/** Of a machine: whoever lets in a hundred others keeps none of them from filling the place alone. */
export const mostOfOneAddress = (maxClients: number): number => Math.max(8, maxClients >> 2)

/** For Node's HTTP server, ms. A head fits into one packet, or two. */
export const HEAD_TIMES = { headersTimeout: 10_000, connectionsCheckingInterval: 2000 } as const

/** Beyond them a connection is closed before it is heard. */
export function limitConnections(app: FastifyInstance, maxClients: number): void {
  app.server.maxConnections = mostConnections(maxClients)
}

/** Counts who is connected from where. Programs of this machine share one address, and are limited together by `maxClients`. */
export interface AddressCount {
  /** One more from there, until the answer is called; undefined when there are enough. */
  enter(address: string | undefined): (() => void) | undefined
}

export function createAddressCount(mostOfOne: number): AddressCount {
  const counts = new Map<string, number>()
  const leave = (address: string): void => {
    const left = (counts.get(address) ?? 0) - 1
    if (left > 0) counts.set(address, left)
    else counts.delete(address)
  }
  return {
    enter: (address = '') => {
      if (isThisMachine(address)) return () => undefined
      const count = counts.get(address) ?? 0
      if (count >= mostOfOne) return undefined
      counts.set(address, count + 1)
      return () => {
        leave(address)
      }
    },
  }
}

export const isThisMachine = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address)
